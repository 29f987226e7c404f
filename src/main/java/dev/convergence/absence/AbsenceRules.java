package dev.convergence.absence;

import dev.convergence.engine.Caller;
import dev.convergence.engine.Refusal;
import dev.convergence.people.CurrentUser;
import dev.convergence.people.Groups;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** What an absence must be like. */
final class AbsenceRules {

    /** Who is away for longer has left the post: then somebody else gets the groups, and not as a substitute. */
    static final Duration LONGEST = Duration.ofDays(366);

    /** Who may speak for others. */
    private static final Set<String> FOR_OTHERS = Set.of(Groups.MANAGERS, Groups.ADMINISTRATORS);

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Locale.ENGLISH);

    private AbsenceRules() {}

    static boolean maySpeakFor(String user, Caller caller) {
        return maySpeakFor(user, new CurrentUser(caller.id(), caller.groups()));
    }

    static boolean maySpeakFor(String user, CurrentUser caller) {
        return user.equals(caller.id()) || FOR_OTHERS.stream().anyMatch(caller::isIn);
    }

    /** @throws Refusal naming the field that is wrong */
    static void check(Absence planned, Instant now) {
        require(!planned.user().equals(planned.substitute()), AbsenceProcess.SUBSTITUTE.name(), "must be another");
        require(planned.to().isAfter(planned.from()), AbsenceProcess.TO.name(), "must lie after the beginning");
        require(planned.to().isAfter(now), AbsenceProcess.TO.name(), "must lie in the future");
        require(
                planned.from().isBefore(now.plus(LONGEST)),
                AbsenceProcess.FROM.name(),
                "must lie within a year from now");
        require(
                Duration.between(planned.from(), planned.to()).compareTo(LONGEST) <= 0,
                AbsenceProcess.TO.name(),
                "must be at most a year later: for longer, give the groups to somebody else");
    }

    /**
     * Whether there is room for the absence beside the others.
     *
     * @throws AbsenceConflict naming the other absence, or the chain of substitutes that would be a circle
     */
    static void checkAgainst(Collection<Absence> others, Absence planned, ZoneId zone) {
        others.stream()
                .filter(other -> other.user().equals(planned.user()) && other.overlaps(planned.from(), planned.to()))
                .findFirst()
                .ifPresent(other -> {
                    throw new AbsenceConflict(
                            AbsenceProcess.FROM.name(),
                            "falls into another absence of %s, from %s"
                                    .formatted(other.user(), period(other.from(), other.to(), zone)));
                });
        SubstitutionCircle.closedBy(planned, others).ifPresent(circle -> {
            throw new AbsenceConflict(
                    AbsenceProcess.SUBSTITUTE.name(),
                    "leaves nobody who acts: %s, all away from %s"
                            .formatted(circle.chain(), period(circle.from(), circle.to(), zone)));
        });
    }

    private static String period(Instant from, Instant to, ZoneId zone) {
        return WHEN.format(from.atZone(zone)) + " to " + WHEN.format(to.atZone(zone));
    }

    private static void require(boolean met, String field, String reason) {
        if (!met) {
            throw new Refusal(field, reason);
        }
    }
}
