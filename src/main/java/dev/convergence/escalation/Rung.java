package dev.convergence.escalation;

import dev.convergence.calendar.WorkingTime;

/**
 * One rung of the ladder.
 *
 * @param name its name, unique on the ladder
 * @param at when it is due: working time from the wait's due date, negative before it
 * @param tells whom it tells: a group id, {@code waiting} for whom the wait waits for, {@code backup} for the
 *     standing backup of that group, or {@code dependents} for every team that depends on what is waited for
 * @param handsOver whether those told may act on the task from here on; a claim that was left behind is released
 * @param stalled whether the wait counts as stalled from here on
 */
record Rung(String name, WorkingTime at, String tells, boolean handsOver, boolean stalled) {

    static final String WAITING = "waiting";
    static final String BACKUP = "backup";
    static final String DEPENDENTS = "dependents";

    /** Whether everybody in a group may act from here on. */
    boolean handsOverToGroup() {
        return handsOver && !tells.equals(WAITING) && !tells.equals(BACKUP) && !tells.equals(DEPENDENTS);
    }
}
