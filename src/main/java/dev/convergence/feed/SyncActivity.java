package dev.convergence.feed;

import dev.convergence.rhythm.SyncProcess;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that a sync passed or waits in.
 *
 * @param campaign the campaign's key
 * @param block the process instance that it belongs to
 * @param dueAt when the timer fires that it waits for
 * @param taskId the task, where it is one
 */
record SyncActivity(
        String id,
        String campaign,
        String block,
        Step step,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> dueAt,
        Optional<String> taskId) {

    /** The activities of a sync that a calendar speaks of, by their ids in the model. */
    enum Step {
        DUE(SyncProcess.SYNC_DUE),
        SKIPPED(SyncProcess.SYNC_SKIPPED),
        HELD(SyncProcess.HOLD_SYNC);

        private final String activityId;

        Step(String activityId) {
            this.activityId = activityId;
        }

        static List<String> activityIds() {
            return Arrays.stream(values()).map(step -> step.activityId).toList();
        }

        static Step of(String activityId) {
            return Arrays.stream(values())
                    .filter(step -> step.activityId.equals(activityId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no sync passes " + activityId));
        }

        String activityId() {
            return activityId;
        }
    }
}
