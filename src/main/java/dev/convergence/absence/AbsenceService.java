package dev.convergence.absence;

import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records an absence that keeps the rules, however it was asked for. */
@Component
class AbsenceService {

    private final AbsenceRepository absences;
    private final AbsenceDateParser dates;
    private final TemporaryMembershipService memberships;
    private final SubstitutionService substitutionService;
    private final AbsenceAuthority authority;
    private final Clock clock;

    AbsenceService(
            AbsenceRepository absences,
            AbsenceDateParser dates,
            TemporaryMembershipService memberships,
            SubstitutionService substitutionService,
            AbsenceAuthority authority,
            Clock clock) {
        this.absences = absences;
        this.dates = dates;
        this.memberships = memberships;
        this.substitutionService = substitutionService;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Records what was asked for; one that has begun takes effect at once.
     *
     * @param by empty where the application itself asks
     * @throws Refusal naming the field that is wrong
     */
    Absence record(String id, Map<String, Object> asked, Optional<Caller> by) {
        String user = userOf(asked, by);
        by.ifPresent(caller -> requireSpeaker(user, caller));
        String substitute = TextValidator.require(AbsenceProcess.SUBSTITUTE, asked, "say who stands in");
        requireKnown(AbsenceProcess.USER, user);
        requireKnown(AbsenceProcess.SUBSTITUTE, substitute);
        absences.lock();
        Instant now = clock.instant();
        ZoneId zone = dates.zone(memberships.groupsOf(user));
        Instant from =
                dates.from(TextValidator.require(AbsenceProcess.FROM, asked, "say when the absence begins"), zone);
        Instant to = dates.to(TextValidator.require(AbsenceProcess.TO, asked, "say when the absence ends"), zone);
        String recordedBy = by.map(Caller::id).orElse(user);
        Absence planned = Absence.planned(id, user, from, to, substitute, recordedBy, now);
        AbsenceValidator.check(planned, now);
        List<Absence> open = absences.open(now);
        AbsenceValidator.checkAgainst(open, planned, zone);
        AbsenceValidator.checkGain(open, planned);
        absences.add(planned);
        substitutionService.bringUpToDate();
        return planned;
    }

    private static String userOf(Map<String, Object> asked, Optional<Caller> by) {
        return TextValidator.optional(AbsenceProcess.USER, asked)
                .or(() -> by.map(Caller::id))
                .orElseThrow(() -> new RefusalException(AbsenceProcess.USER.name(), "is required: say who is away"));
    }

    /** Tasklist and the engine's REST start the process past our own API, so the process asks again. */
    private void requireSpeaker(String user, Caller caller) {
        if (!authority.maySpeakFor(user, caller.id(), caller.groups())) {
            throw new RefusalException(
                    AbsenceProcess.USER.name(), "must be yourself: managers and administrators record for others");
        }
    }

    private void requireKnown(ProcessVariable<String> field, String user) {
        if (!memberships.isKnown(user)) {
            throw new RefusalException(field.name(), user + " does not exist");
        }
    }
}
