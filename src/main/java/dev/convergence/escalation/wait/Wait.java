package dev.convergence.escalation.wait;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.context.CampaignContext;
import java.time.Instant;
import java.util.Optional;

/**
 * A task that somebody is waited for.
 *
 * @param blockId the process instance of the gate or handoff
 * @param executionId the execution on which the task waits
 * @param id the id of the gate or handoff
 * @param group the group waited for
 * @param assignee who claimed the task
 * @param climbed the rung climbed last
 * @param keptNotices what the notices of rungs are kept back under that were climbed so late that the next was due as well
 */
public record Wait(
        StallKind kind,
        String taskId,
        String blockId,
        String executionId,
        CampaignContext campaign,
        String id,
        String name,
        String group,
        WorkingCalendar calendar,
        Optional<String> assignee,
        Instant since,
        Instant dueAt,
        Optional<String> climbed,
        Optional<String> keptNotices) {

    /** What the wait is called where a manager reads it. */
    String title() {
        return kind.noun() + " \u201c" + name + "\u201d of " + campaignTitle();
    }

    String campaignTitle() {
        return "campaign \u201c" + campaign.name() + "\u201d (" + campaign.key() + ")";
    }
}
