package dev.convergence.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Brings groups and tasks to where they belong at this moment. Whatever happened before, and however often it runs, the
 * outcome is the same.
 */
@Component
class SubstitutionService {

    private final AbsenceRepository absences;
    private final TemporaryMembershipService memberships;
    private final SubstitutedTaskService moves;
    private final AbsenceNotifier notices;
    private final Clock clock;

    SubstitutionService(
            AbsenceRepository absences,
            TemporaryMembershipService memberships,
            SubstitutedTaskService moves,
            AbsenceNotifier notices,
            Clock clock) {
        this.absences = absences;
        this.memberships = memberships;
        this.moves = moves;
        this.notices = notices;
        this.clock = clock;
    }

    void bringUpToDate() {
        absences.lock();
        Instant now = clock.instant();
        List<Absence> underWay = absences.underWay(now);
        SubstituteIndex substituteIndex = new SubstituteIndex(underWay);
        memberships.follow(substituteIndex);
        moves.follow(substituteIndex);
        underWay.stream().filter(absence -> absence.movedAt() == null).forEach(absence -> {
            substituteIndex.of(absence.user()).ifPresent(substitute -> moves.handOver(absence.user(), substitute));
            absences.moved(absence.id(), now);
        });
    }

    /** Ends an absence, unless it has ended already, and gives back what was handed over. */
    void end(String id, String by) {
        absences.lock();
        if (absences.end(id, clock.instant(), by) && by != null) {
            absences.withId(id).ifPresent(notices::endedEarly);
        }
        bringUpToDate();
    }
}
