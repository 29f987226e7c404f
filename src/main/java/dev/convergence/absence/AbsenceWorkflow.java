package dev.convergence.absence;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and ends absences. */
@Component
class AbsenceWorkflow {

    private static final String THEMSELVES = "the person, managers and administrators";

    private final RuntimeService runtime;
    private final AbsenceRepository absences;
    private final SubstitutionService substitutionService;
    private final AbsenceAuthority authority;
    private final SystemAuthority system;
    private final Clock clock;

    AbsenceWorkflow(
            RuntimeService runtime,
            AbsenceRepository absences,
            SubstitutionService substitutionService,
            AbsenceAuthority authority,
            SystemAuthority system,
            Clock clock) {
        this.runtime = runtime;
        this.absences = absences;
        this.substitutionService = substitutionService;
        this.authority = authority;
        this.system = system;
        this.clock = clock;
    }

    /**
     * Somebody will be away, or is.
     *
     * @return the absence's id
     * @throws Forbidden where the caller may not speak for that person
     * @throws dev.convergence.engine.variable.RefusalException naming the field; 409 where other absences leave no room
     */
    String absenceAnnounced(AbsenceRequest request, CurrentUser caller) {
        String user = request.user() == null || request.user().isBlank() ? caller.id() : request.user();
        requireSpeaker(user, caller);
        Map<String, Object> values = new HashMap<>();
        values.put(AbsenceProcess.USER.name(), user);
        values.put(AbsenceProcess.FROM.name(), request.from());
        values.put(AbsenceProcess.TO.name(), request.to());
        values.put(AbsenceProcess.SUBSTITUTE.name(), request.substitute());
        return system.onBehalf(() -> runtime.startProcessInstanceByKey(AbsenceProcess.KEY, values))
                .getId();
    }

    /**
     * Somebody is back before the time, or does not go.
     *
     * <p>Asked under the lock: of two who end one absence, the second must see that it is over.
     */
    @Transactional
    public void absenceEndedEarly(String id, CurrentUser caller) {
        absences.lock();
        Absence absence = absences.withId(id).orElseThrow(() -> new NotFoundException("Absence", id));
        requireSpeaker(absence.user(), caller);
        if (absence.isOver(clock.instant())) {
            throw new TooLateException("Absence " + id + " is over.");
        }
        system.run(() -> end(id, caller));
    }

    /** Somebody may have deleted the process in Cockpit: what it watched over ends all the same. */
    private void end(String id, CurrentUser caller) {
        if (runtime.createProcessInstanceQuery().processInstanceId(id).count() == 0) {
            substitutionService.end(id, caller.id());
            return;
        }
        runtime.createMessageCorrelation(AbsenceProcess.ENDED_EARLY)
                .processInstanceId(id)
                .correlate();
    }

    private void requireSpeaker(String user, CurrentUser caller) {
        if (!authority.maySpeakFor(user, caller.id(), caller.groups())) {
            throw new ForbiddenException(THEMSELVES);
        }
    }
}
