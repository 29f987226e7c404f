package dev.convergence.absence;

import dev.convergence.engine.Caller;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.Texts;
import dev.convergence.engine.Variable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records an absence that keeps the rules, however it was asked for. */
@Component
class AbsenceRecording {

    private final Absences absences;
    private final AbsenceDates dates;
    private final Memberships memberships;
    private final Cover cover;
    private final AbsenceAuthority authority;
    private final Clock clock;

    AbsenceRecording(
            Absences absences,
            AbsenceDates dates,
            Memberships memberships,
            Cover cover,
            AbsenceAuthority authority,
            Clock clock) {
        this.absences = absences;
        this.dates = dates;
        this.memberships = memberships;
        this.cover = cover;
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
        String substitute = Texts.require(AbsenceProcess.SUBSTITUTE, asked, "say who stands in");
        requireKnown(AbsenceProcess.USER, user);
        requireKnown(AbsenceProcess.SUBSTITUTE, substitute);
        absences.lock();
        Instant now = clock.instant();
        ZoneId zone = dates.zone(memberships.groupsOf(user));
        Instant from = dates.from(Texts.require(AbsenceProcess.FROM, asked, "say when the absence begins"), zone);
        Instant to = dates.to(Texts.require(AbsenceProcess.TO, asked, "say when the absence ends"), zone);
        String recordedBy = by.map(Caller::id).orElse(user);
        Absence planned = Absence.planned(id, user, from, to, substitute, recordedBy, now);
        AbsenceRules.check(planned, now);
        List<Absence> open = absences.open(now);
        AbsenceRules.checkAgainst(open, planned, zone);
        AbsenceRules.checkGain(open, planned);
        absences.add(planned);
        cover.bringUpToDate();
        return planned;
    }

    private static String userOf(Map<String, Object> asked, Optional<Caller> by) {
        return Texts.optional(AbsenceProcess.USER, asked)
                .or(() -> by.map(Caller::id))
                .orElseThrow(() -> new Refusal(AbsenceProcess.USER.name(), "is required: say who is away"));
    }

    /** Tasklist and the engine's REST start the process past our own API, so the process asks again. */
    private void requireSpeaker(String user, Caller caller) {
        if (!authority.maySpeakFor(user, caller.id(), caller.groups())) {
            throw new Refusal(
                    AbsenceProcess.USER.name(), "must be yourself: managers and administrators record for others");
        }
    }

    private void requireKnown(Variable<String> field, String user) {
        if (!memberships.isKnown(user)) {
            throw new Refusal(field.name(), user + " does not exist");
        }
    }
}
