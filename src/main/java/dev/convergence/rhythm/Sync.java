package dev.convergence.rhythm;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.context.CampaignContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One meeting.
 *
 * @param at when it is due
 */
record Sync(SyncKind kind, CampaignContext campaign, Instant at, Cadence cadence) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** What its task is called in lists: {@code Weekly sync: 8 Mar 2027}. */
    String label() {
        return kind.title() + ": " + DAY.format(at.atZone(cadence.calendar().zone()));
    }

    /** A moment as those read it who hold it. */
    String when(Instant moment) {
        return WallTimeFormatter.of(moment, cadence.calendar().zone());
    }
}
