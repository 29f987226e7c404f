package dev.convergence.adaptive.reading.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A source of a campaign, for people.
 *
 * @param owner null, as are name and heartbeat, for what comes from sources that are not known
 * @param suspendedSince null while its rules act
 * @param doubtedSince null where nobody is asked to look at its data
 */
public record SourceView(
        String source,
        String name,
        String owner,
        Duration heartbeat,
        Instant lastHeardAt,
        Instant suspendedSince,
        Instant doubtedSince,
        Counts readings) {

    record Counts(long applied, long duplicate, long stale, long rejected) {}

    SourceView(SourceRepository.Row row, String name, String owner, Duration heartbeat) {
        this(
                row.source(),
                name,
                owner,
                heartbeat,
                row.lastHeardAt(),
                row.suspendedAt(),
                row.doubtedAt(),
                new Counts(row.applied(), row.duplicate(), row.stale(), row.rejected()));
    }
}
