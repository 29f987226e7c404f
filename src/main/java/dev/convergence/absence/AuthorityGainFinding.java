package dev.convergence.absence;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody has recorded that another person is away, and a third one comes to act for that person by it: as the
 * substitute named there, or as the substitute of that one. Nobody may gain by a record of their own, nor may those who
 * record absences gain from each other's.
 *
 * @param recorder who recorded the absence of somebody else
 * @param absent whose absence that is
 * @param actor who comes to act for the absent one
 */
record AuthorityGainFinding(String recorder, String absent, String actor) {

    /** What an absence would give to its own recorder, or would close to a circle of recorders, if it does. */
    static Optional<AuthorityGainFinding> forbiddenBy(Absence planned, Collection<Absence> others) {
        List<Absence> all = new ArrayList<>(others);
        all.add(planned);
        Set<AuthorityGainFinding> gains = gains(all);
        Set<AuthorityGainFinding> before = gains(others);
        return gains.stream()
                .filter(gain -> !before.contains(gain))
                .filter(gain -> gain.comesBack(gains))
                .findFirst();
    }

    boolean isOwn() {
        return recorder.equals(actor);
    }

    /** Whether the recorder gains as well, by what the actor, or somebody who gains from them, has recorded. */
    private boolean comesBack(Set<AuthorityGainFinding> gains) {
        Set<String> reached = new LinkedHashSet<>(Set.of(actor));
        Deque<String> next = new ArrayDeque<>(reached);
        while (!next.isEmpty() && !reached.contains(recorder)) {
            String one = next.remove();
            gains.stream()
                    .filter(gain -> gain.recorder.equals(one))
                    .map(AuthorityGainFinding::actor)
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached.contains(recorder);
    }

    private static Set<AuthorityGainFinding> gains(Collection<Absence> absences) {
        Set<AuthorityGainFinding> gains = new LinkedHashSet<>();
        absences.stream().filter(Absence::isRecordedByAnother).forEach(absence -> actors(absence, absences)
                .forEach(actor -> gains.add(new AuthorityGainFinding(absence.recordedBy(), absence.user(), actor))));
        return gains;
    }

    /** The substitute; and, for as long as that one is away meanwhile, theirs. */
    private static Set<String> actors(Absence absence, Collection<Absence> absences) {
        Set<String> actors = new LinkedHashSet<>();
        collect(absence.substitute(), absence.from(), absence.to(), absences, actors);
        return actors;
    }

    private static void collect(
            String actor, Instant from, Instant to, Collection<Absence> absences, Set<String> actors) {
        if (actors.add(actor)) {
            absences.stream()
                    .filter(next -> next.user().equals(actor) && next.overlaps(from, to))
                    .forEach(next -> collect(
                            next.substitute(), later(from, next.from()), earlier(to, next.to()), absences, actors));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
