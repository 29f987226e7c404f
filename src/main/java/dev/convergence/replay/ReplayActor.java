package dev.convergence.replay;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.calendar.WorkingTime;
import dev.convergence.demo.DemoActor;
import dev.convergence.demo.DemoAnswers;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of a replay. Work is done when the record says that it was done; a review, an answer to a handoff and a
 * post-mortem take four working hours; the reviewers of one gate are away until the sponsor was called.
 */
@Component
@Profile("replay")
class ReplayActor {

    private static final WorkingTime RESPONSE = WorkingTime.parse("PT4H");
    private static final Map<String, String> STAGE_OF_WORK = Map.of(
            "userTask_finaliseProduct", "product",
            "userTask_writeMessages", "assets",
            "userTask_makeCreative", "assets",
            "userTask_enableSales", "sales-enablement",
            "userTask_alignLaunch", "alignment");

    private final DemoActor demoActor;
    private final TaskService tasks;
    private final WorkingCalendarRegistry calendars;
    private final ReplayProperties settings;

    ReplayActor(DemoActor demoActor, TaskService tasks, WorkingCalendarRegistry calendars, ReplayProperties settings) {
        this.demoActor = demoActor;
        this.tasks = tasks;
        this.calendars = calendars;
        this.settings = settings;
    }

    /** Does what can be done by now; says what was done. */
    void act(String campaign, Instant now, Map<String, LocalDate> doneOn, ReplayReport report) {
        for (Task task : demoActor.openTasks(campaign)) {
            if (!task.getTaskDefinitionKey().equals("userTask_resolveStall") && isReady(task, now, doneOn)) {
                demoActor.complete(task, DemoAnswers.to(task.getTaskDefinitionKey()));
                report.done(now, task);
                act(campaign, now, doneOn, report);
                return;
            }
        }
    }

    private boolean isReady(Task task, Instant now, Map<String, LocalDate> doneOn) {
        Instant opened = task.getCreateTime().toInstant();
        String stage = STAGE_OF_WORK.get(task.getTaskDefinitionKey());
        if (stage != null) {
            return !now.isBefore(
                    calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).closeOf(doneOn.get(stage)));
        }
        if (settings.away().equals(tasks.getVariableLocal(task.getId(), "gateId"))) {
            return "sponsor".equals(tasks.getVariableLocal(task.getId(), "rung")) && responded(opened, now);
        }
        return task.getTaskDefinitionKey().equals("userTask_writeBrief") || responded(opened, now);
    }

    private boolean responded(Instant opened, Instant now) {
        return !now.isBefore(calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).add(opened, RESPONSE));
    }
}
