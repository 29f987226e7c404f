package dev.convergence.engine.clock;

import java.time.Instant;

/**
 * What the database's clock said once.
 *
 * @param time the time that it said
 * @param nanos when that was, by {@link System#nanoTime()}, which nobody sets
 */
record DatabaseTime(Instant time, long nanos) {

    /** What the database's clock says at a later moment, without asking it again. */
    Instant at(long laterNanos) {
        return time.plusNanos(laterNanos - nanos);
    }
}
