package dev.convergence.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everybody in it is away and has the next one as substitute, so nobody would act.
 *
 * @param users from the first one back to the first one
 * @param from the time that their absences have in common
 */
record SubstitutionCycle(List<String> users, Instant from, Instant to) {

    /** The circle that an absence would close with others, if it would. */
    static Optional<SubstitutionCycle> closedBy(Absence planned, Collection<Absence> others) {
        SubstitutionCycle chain =
                new SubstitutionCycle(List.of(planned.user(), planned.substitute()), planned.from(), planned.to());
        return chain.closed(others);
    }

    private Optional<SubstitutionCycle> closed(Collection<Absence> others) {
        String last = users.get(users.size() - 1);
        if (users.indexOf(last) < users.size() - 1) {
            return last.equals(users.get(0)) ? Optional.of(this) : Optional.empty();
        }
        return others.stream()
                .filter(absence -> absence.user().equals(last) && absence.overlaps(from, to))
                .flatMap(absence -> longerBy(absence).closed(others).stream())
                .findFirst();
    }

    private SubstitutionCycle longerBy(Absence next) {
        List<String> longer = new ArrayList<>(users);
        longer.add(next.substitute());
        return new SubstitutionCycle(
                longer, from.isAfter(next.from()) ? from : next.from(), to.isBefore(next.to()) ? to : next.to());
    }

    String chain() {
        return String.join(" → ", users);
    }
}
