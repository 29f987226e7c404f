package dev.convergence.escalation.stall;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;

/**
 * A wait that has stalled.
 *
 * @param id the incident
 * @param campaign the campaign key
 * @param element the id of the gate or handoff
 * @param overdue working time since the due date, by the calendar of the group waited for
 * @param rung the rung climbed last
 */
public record Stall(
        String id,
        String kind,
        String campaign,
        String element,
        String name,
        String cause,
        WaitingFor waitingFor,
        Instant dueAt,
        Duration overdue,
        String rung,
        String taskId,
        @JsonIgnore String campaignInstanceId) {

    /**
     * Whom a stall waits for.
     *
     * @param user who claimed the task, if anybody did
     */
    public record WaitingFor(String group, String user) {}
}
