package dev.convergence.adaptive.source.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * How a source of a campaign does.
 *
 * @param lastHeardAt when a reading of good quality last came; null where none did
 * @param suspendedAt from when on its rules do not act; null while they do
 * @param suspension why they do not; null while they do
 * @param goodSince readings of good quality in a row, since it was suspended
 */
public record WatchedSource(
        String source,
        Instant lastHeardAt,
        Instant suspendedAt,
        SuspensionReason suspension,
        int goodSince,
        Counts verdicts) {

    /** How many readings had which verdict. */
    public record Counts(long applied, long duplicate, long stale, long rejected) {}

    @JsonIgnore
    public boolean isSuspended() {
        return suspendedAt != null;
    }

    @JsonIgnore
    public boolean isRetired() {
        return isSuspended() && suspension == SuspensionReason.RETIRED;
    }
}
