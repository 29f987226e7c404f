package dev.convergence.campaign.alignment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.convergence.campaign.conflict.ConflictPlace;
import java.time.Instant;
import java.util.List;

/**
 * A conflict that a campaign has or had.
 *
 * @param id the id of its task in Tasklist, and the configuration of its incident
 * @param kind {@code scheduleConflict} or {@code messageConflict}
 * @param places as they were last in conflict
 * @param resolvedAt null while it is open, and where it has lapsed
 */
public record ConflictRecord(
        @JsonIgnore String campaignInstanceId,
        String id,
        String kind,
        State state,
        String message,
        List<ConflictPlace> places,
        Instant since,
        Instant resolvedAt) {

    /** A conflict lapses when its campaign launches or ends with it. */
    enum State {
        OPEN,
        RESOLVED,
        LAPSED
    }

    @JsonIgnore
    public boolean isOpen() {
        return state == State.OPEN;
    }
}
