package dev.convergence.report;

import java.time.Instant;

/**
 * A sync as history tells of it.
 *
 * @param rhythm the process instance that it belongs to
 * @param minutes how long it took; 0 unless it was held
 * @param people how many came; 0 unless it was held
 * @param at when it was recorded or skipped; of one that is open, since when
 */
record ObservedSync(String rhythm, State state, int minutes, int people, Instant at) {

    enum State {
        HELD,
        SKIPPED,
        OPEN
    }
}
