package dev.convergence.milestone;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.escalation.StallService;
import dev.convergence.people.GroupCatalog;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, records who moves the date or declares the milestone reached, and ends the stall. */
@ModelBean(value = "seeToMilestone", reach = BeanReach.PERSON, in = MilestoneProcess.KEY)
class SeeToMilestoneListener implements TaskListener {

    private static final String NOBODY_KNOWN = "somebody";

    private final StallService stallService;
    private final SystemAuthority system;
    private final WorkingCalendarRegistry calendars;
    private final MilestoneMoveValidator moveCheck;
    private final Clock clock;

    SeeToMilestoneListener(
            StallService stallService,
            SystemAuthority system,
            WorkingCalendarRegistry calendars,
            MilestoneMoveValidator moveCheck,
            Clock clock) {
        this.stallService = stallService;
        this.system = system;
        this.calendars = calendars;
        this.moveCheck = moveCheck;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        MilestoneAnswerValidator.check(
                task.getVariables(), calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS), clock.instant());
        moveCheck.require(task);
        MilestoneProcess.DONE_BY.set(
                task,
                system.caller()
                        .map(Caller::id)
                        .or(() -> Optional.ofNullable(task.getAssignee()))
                        .orElse(NOBODY_KNOWN));
        stallService.resolve(task);
    }
}
