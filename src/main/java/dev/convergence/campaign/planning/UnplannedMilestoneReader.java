package dev.convergence.campaign.planning;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.milestone.MilestoneProcess;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Milestones of which the plan says nothing: they wait for a date of the policy, which can be moved as well. */
@Component
class UnplannedMilestoneReader {

    private final TaskService tasks;

    UnplannedMilestoneReader(TaskService tasks) {
        this.tasks = tasks;
    }

    /** The milestone as an entry of the plan, on the day for which it waits now. */
    Optional<PlanEntry> planned(String campaign, String id, WorkingCalendarRegistry calendars) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(MilestoneProcess.REACH_MILESTONE)
                .taskVariableValueEquals(MilestoneProcess.MILESTONE_ID.name(), id)
                .list()
                .stream()
                .filter(task -> task.getDueDate() != null)
                .findFirst()
                .map(task -> entry(
                        id,
                        CallActivityNameReader.within(task.getName(), id),
                        task.getDueDate().toInstant(),
                        calendars));
    }

    static PlanEntry entry(String id, String name, Instant dueAt, WorkingCalendarRegistry calendars) {
        WorkingCalendar calendar = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS);
        return new PlanEntry(id, name, GroupCatalog.CAMPAIGN_MANAGERS, calendar.dateOf(dueAt), List.of());
    }
}
