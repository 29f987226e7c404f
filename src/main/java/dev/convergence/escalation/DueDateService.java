package dev.convergence.escalation;

import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.Wait;
import dev.convergence.escalation.wait.WaitReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Moves the due date of a wait, and with it what is still to come of its ladder. The rungs that were climbed stay
 * climbed; but a wait that had stalled is stalled no more, and its ladder begins anew towards the new date.
 */
@Component
public class DueDateService {

    /** On the waiting task: why its due date was moved last. */
    public static final ProcessVariable<String> MOVE_REASON = ProcessVariable.text("moveReason");

    private final WaitReader waitReader;
    private final EscalationLadderRungsDecision escalationLadderRungsDecision;
    private final StallService stallService;
    private final TaskService tasks;
    private final ManagementService management;
    private final RuntimeService runtime;

    DueDateService(
            WaitReader waitReader,
            EscalationLadderRungsDecision escalationLadderRungsDecision,
            StallService stallService,
            TaskService tasks,
            ManagementService management,
            RuntimeService runtime) {
        this.waitReader = waitReader;
        this.escalationLadderRungsDecision = escalationLadderRungsDecision;
        this.stallService = stallService;
        this.tasks = tasks;
        this.management = management;
        this.runtime = runtime;
    }

    /**
     * Moves the due date of an open wait; its ladder follows, as it does whoever moves the date, and by whatever tool.
     *
     * @param reason why, and who says so: for those who are told
     */
    public void move(String taskId, Instant dueAt, String reason) {
        tasks.setVariableLocal(taskId, MOVE_REASON.name(), reason);
        tasks.setDueDate(taskId, Date.from(dueAt));
    }

    /** Lets the ladder follow a due date that has just been moved. */
    void moved(String taskId, StallKind kind) {
        waitReader.ofTask(taskId, kind).ifPresent(this::follow);
    }

    private void follow(Wait wait) {
        Ladder ladder =
                escalationLadderRungsDecision.of(wait.kind(), wait.campaign().priority());
        Optional<String> climbed = begunAnew(wait, ladder) ? Optional.empty() : wait.climbed();
        if (climbed.isEmpty() && wait.climbed().isPresent()) {
            stallService.resolve(wait);
            tasks.removeVariableLocal(wait.taskId(), EscalationProcess.RUNG.name());
        }
        rearm(wait, ladder.nextAt(climbed, wait.dueAt(), wait.calendar()).orElse(wait.dueAt()));
    }

    /** From the rung on which a wait counts as stalled, a new date is a new promise. */
    private static boolean begunAnew(Wait wait, Ladder ladder) {
        return wait.climbed().filter(ladder::isStalledAt).isPresent();
    }

    /** One timer is alive: the first on the wait itself, a later one on the ladder; at the top the ladder waits. */
    private void rearm(Wait wait, Instant next) {
        List<Job> timers = timers(wait);
        timers.forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(next)));
        if (timers.isEmpty()) {
            runtime.createMessageCorrelation(EscalationProcess.DUE_DATE_MOVED)
                    .processInstanceId(ladder(wait).getId())
                    .setVariable(EscalationProcess.NEXT_RUNG_AT.name(), Variables.dateValue(Date.from(next), true))
                    .correlate();
        }
    }

    private List<Job> timers(Wait wait) {
        Job first = management
                .createJobQuery()
                .processInstanceId(wait.blockId())
                .activityId(EscalationProcess.FIRST_RUNG_DUE)
                .singleResult();
        return first != null ? List.of(first) : ladderTimers(wait);
    }

    private List<Job> ladderTimers(Wait wait) {
        ProcessInstance ladder = ladder(wait);
        return ladder == null
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceId(ladder.getId())
                        .activityId(EscalationProcess.NEXT_RUNG_DUE)
                        .list();
    }

    private ProcessInstance ladder(Wait wait) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(wait.blockId())
                .processDefinitionKey(EscalationProcess.KEY)
                .singleResult();
    }
}
