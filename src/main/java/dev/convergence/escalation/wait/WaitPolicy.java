package dev.convergence.escalation.wait;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingTime;

/**
 * How long a gate or a handoff may wait, and for whom.
 *
 * @param group the accountable group
 * @param sla working time from the opening to the due date
 * @param calendar whose working time counts
 * @param quorum how many of the group must agree
 * @param veto whether one objection ends a vote
 */
public record WaitPolicy(String group, WorkingTime sla, WorkingCalendar calendar, Quorum quorum, boolean veto) {

    /** The target in words: {@code 1 working day, marketing, Europe/Berlin (Mon–Fri 9–18)}. */
    public String inWords() {
        return "%s, %s, %s (%s)".formatted(sla.inWords(), group.replace('-', ' '), calendar.zone(), calendar.hours());
    }
}
