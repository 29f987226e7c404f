package dev.convergence.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * An absence as the API shows it.
 *
 * @param state PLANNED, ABSENT or OVER
 * @param actingNow who acts at this moment: the substitute, or theirs; null unless the person is away now
 * @param endedBy who ended it early; null where nobody did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AbsenceView(
        String id,
        String user,
        Instant from,
        Instant to,
        String substitute,
        String state,
        String actingNow,
        String recordedBy,
        Instant recordedAt,
        Instant endedAt,
        String endedBy) {

    static AbsenceView of(Absence absence, SubstituteIndex substituteIndex, Instant now) {
        boolean away = absence.isUnderWay(now);
        return new AbsenceView(
                absence.id(),
                absence.user(),
                absence.from(),
                absence.to(),
                absence.substitute(),
                away ? "ABSENT" : absence.isOver(now) ? "OVER" : "PLANNED",
                away ? substituteIndex.of(absence.user()).orElse(null) : null,
                absence.recordedBy(),
                absence.recordedAt(),
                absence.endedAt(),
                absence.endedBy());
    }
}
