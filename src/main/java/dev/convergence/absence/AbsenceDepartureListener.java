package dev.convergence.absence;

import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.identity.DepartureListener;
import dev.convergence.engine.identity.SystemAuthority;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the absences of people who leave, and those that lose their substitute; before the tasks are looked after. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AbsenceDepartureListener implements DepartureListener {

    private static final String REASON = "has left";

    private final AbsenceRepository absences;
    private final SubstitutionService substitutionService;
    private final SubstitutedTaskService moves;
    private final TemporaryMembershipService memberships;
    private final AbsenceNotifier notices;
    private final RuntimeService runtime;
    private final SystemAuthority system;
    private final Clock clock;

    AbsenceDepartureListener(
            AbsenceRepository absences,
            SubstitutionService substitutionService,
            SubstitutedTaskService moves,
            TemporaryMembershipService memberships,
            AbsenceNotifier notices,
            RuntimeService runtime,
            SystemAuthority system,
            Clock clock) {
        this.absences = absences;
        this.substitutionService = substitutionService;
        this.moves = moves;
        this.memberships = memberships;
        this.notices = notices;
        this.runtime = runtime;
        this.system = system;
        this.clock = clock;
    }

    @Override
    public void userLeaves(String user) {
        String by = system.caller().map(Caller::id).orElse(null);
        absences.lock();
        moves.release(user);
        absences.open(clock.instant()).stream()
                .filter(absence ->
                        absence.user().equals(user) || absence.substitute().equals(user))
                .forEach(absence -> system.run(() -> end(absence, user, by)));
        memberships.forgetUser(user);
    }

    @Override
    public void groupLeaves(String group) {
        memberships.forgetGroup(group);
    }

    private void end(Absence absence, String gone, String by) {
        substitutionService.end(absence.id(), by);
        runtime.deleteProcessInstancesIfExists(List.of(absence.id()), gone + " " + REASON, true, false, false);
        if (absence.user().equals(gone)) {
            notices.absentLeft(absence);
        } else {
            notices.substituteLeft(absence);
        }
    }
}
