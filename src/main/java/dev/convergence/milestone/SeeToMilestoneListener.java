package dev.convergence.milestone;

import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.Caller;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.SystemAuthority;
import dev.convergence.escalation.Stalls;
import dev.convergence.people.Groups;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, records who moves the date or declares the milestone reached, and ends the stall. */
@ModelBean(value = "seeToMilestone", reach = Reach.PERSON, in = MilestoneProcess.KEY)
class SeeToMilestoneListener implements TaskListener {

    private static final String NOBODY_KNOWN = "somebody";

    private final Stalls stalls;
    private final SystemAuthority system;
    private final WorkingCalendars calendars;
    private final MilestoneMoveCheck moveCheck;
    private final Clock clock;

    SeeToMilestoneListener(
            Stalls stalls,
            SystemAuthority system,
            WorkingCalendars calendars,
            MilestoneMoveCheck moveCheck,
            Clock clock) {
        this.stalls = stalls;
        this.system = system;
        this.calendars = calendars;
        this.moveCheck = moveCheck;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        MilestoneAnswer.check(task.getVariables(), calendars.ofGroup(Groups.CAMPAIGN_MANAGERS), clock.instant());
        moveCheck.require(task);
        MilestoneProcess.DONE_BY.set(
                task,
                system.caller()
                        .map(Caller::id)
                        .or(() -> Optional.ofNullable(task.getAssignee()))
                        .orElse(NOBODY_KNOWN));
        stalls.resolve(task);
    }
}
