package dev.convergence.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One sync of many, put together from the activities that it passed.
 *
 * @param id that of the activity with which it began to wait, which no other sync has
 * @param taskId the task to hold it, while that is open
 */
record FeedSync(String id, String campaign, String block, Instant at, EntryState state, Optional<String> taskId) {

    /** A timer fires a little after it was due: that moves no meeting. */
    private static final ChronoUnit FINEST = ChronoUnit.MINUTES;

    static FeedSync due(SyncActivity timer) {
        return new FeedSync(
                timer.id(),
                timer.campaign(),
                timer.block(),
                timer.dueAt().orElse(timer.endedAt().orElse(timer.startedAt())).truncatedTo(FINEST),
                EntryState.EXPECTED,
                Optional.empty());
    }

    /** One that no timer called for. */
    static FeedSync held(SyncActivity task) {
        return new FeedSync(
                        task.id(),
                        task.campaign(),
                        task.block(),
                        task.startedAt().truncatedTo(FINEST),
                        EntryState.EXPECTED,
                        Optional.empty())
                .with(task);
    }

    /** After the next activity that belongs to it. */
    FeedSync with(SyncActivity activity) {
        return switch (activity.step()) {
            case DUE -> this;
            case SKIPPED -> new FeedSync(id, campaign, block, at, EntryState.CANCELLED, Optional.empty());
            case HELD ->
                activity.endedAt().isPresent()
                        ? new FeedSync(id, campaign, block, at, EntryState.REACHED, Optional.empty())
                        : new FeedSync(id, campaign, block, at, EntryState.EXPECTED, activity.taskId());
        };
    }
}
