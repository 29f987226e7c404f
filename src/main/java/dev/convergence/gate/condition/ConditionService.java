package dev.convergence.gate.condition;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicy;
import dev.convergence.escalation.wait.WaitPolicyReader;
import dev.convergence.gate.GateProcess;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * The conditions of approvals. Each is a task of the campaign with an owner and a due date; while one is open, no
 * later gate of the campaign can be approved.
 */
@ModelBean(value = "conditions", reach = BeanReach.ANYWHERE)
public class ConditionService {

    /** The row of the gate policy that says how long a condition without a date may take. */
    private static final String POLICY = "condition";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final ResponsibilityMatrixDecision matrix;
    private final WaitPolicyReader policies;
    private final Clock clock;

    ConditionService(
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identity,
            ResponsibilityMatrixDecision matrix,
            WaitPolicyReader policies,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.matrix = matrix;
        this.policies = policies;
        this.clock = clock;
    }

    /** The groups among owners: none or the one. */
    public List<String> groups(String owner) {
        return isGroup(owner) ? List.of(owner) : List.of();
    }

    /** The users among owners: none or the one. */
    public List<String> users(String owner) {
        return isGroup(owner) ? List.of() : List.of(owner);
    }

    private boolean isGroup(String owner) {
        return identity.createGroupQuery().groupId(owner).count() > 0;
    }

    /** What is still open of a campaign's conditions: the names of the tasks. */
    public List<String> open(String campaign) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(GateProcess.MEET_CONDITION)
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(Task::getName)
                .toList();
    }

    /**
     * Checks the conditions of an approval.
     *
     * @throws Refusal naming the condition that has an unknown owner or a date that is over
     */
    public void check(Map<String, ?> answers) {
        Condition.in(GateProcess.GATE_CONDITIONS.find(answers).orElse("")).forEach(condition -> {
            owner(condition, answers).ifPresent(owner -> requireKnown(owner, condition));
            due(condition, answers).ifPresent(due -> requireNotOver(due, condition));
        });
    }

    private void requireKnown(String owner, Condition condition) {
        boolean known =
                isGroup(owner) || identity.createUserQuery().userId(owner).count() > 0;
        if (!known) {
            throw new RefusalException(
                    GateProcess.GATE_CONDITIONS.name(),
                    "names an owner that is neither a group nor a user: " + owner + " (" + condition.what() + ")");
        }
    }

    private void requireNotOver(LocalDate due, Condition condition) {
        if (due.isBefore(LocalDate.now(clock))) {
            throw new RefusalException(
                    GateProcess.GATE_CONDITIONS.name(),
                    "has a date that is over: " + due + " (" + condition.what() + ")");
        }
    }

    /** Sets the conditions of a gate that was approved, where its campaign keeps conditions. */
    public void set(DelegateExecution gate, CampaignContext campaign) {
        Map<String, Object> answers = gate.getVariables();
        String id = GateProcess.GATE_ID.get(gate);
        String responsible =
                matrix.of(id, campaign.pattern().orElse(null)).responsible().get(0);
        String root = ((ProcessInstance) gate).getRootProcessInstanceId();
        Condition.in(GateProcess.GATE_CONDITIONS.get(gate)).forEach(condition -> {
            String owner = owner(condition, answers).orElse(responsible);
            Instant dueAt = dueAt(due(condition, answers), owner, responsible, campaign);
            set(root, id, condition.what(), owner, dueAt);
        });
    }

    private void set(String campaignInstanceId, String gate, String what, String owner, Instant dueAt) {
        Map<String, Object> condition = new HashMap<>();
        condition.put(GateProcess.CONDITION_WHAT.name(), what);
        condition.put(GateProcess.CONDITION_OWNER.name(), owner);
        condition.put(GateProcess.CONDITION_GATE.name(), gate);
        condition.put(GateProcess.CONDITION_DUE_AT.name(), Date.from(dueAt));
        condition.put(GateProcess.CONDITION_RESULT.name(), "");
        boolean kept = !runtime.createMessageCorrelation(GateProcess.CONDITION_SET)
                .processInstanceId(campaignInstanceId)
                .setVariablesToTriggeredScope(condition)
                .correlateAllWithResult()
                .isEmpty();
        if (kept) {
            runtime.setVariable(campaignInstanceId, CampaignContext.CONDITIONS_SET.name(), true);
        }
    }

    private static Optional<String> owner(Condition condition, Map<String, ?> answers) {
        return condition.owner().or(() -> GateProcess.CONDITION_OWNER.find(answers));
    }

    private static Optional<LocalDate> due(Condition condition, Map<String, ?> answers) {
        return condition
                .due()
                .or(() -> GateProcess.CONDITION_DUE.find(answers).map(date -> Condition.date(date, date)));
    }

    private Instant dueAt(Optional<LocalDate> due, String owner, String responsible, CampaignContext campaign) {
        String group = isGroup(owner) ? owner : responsible;
        WaitPolicy policy = policies.of(
                StallKind.STALLED_GATE, POLICY, campaign, Map.of(StallKind.STALLED_GATE.groupVariable(), group));
        WorkingCalendar calendar = policy.calendar();
        return due.map(calendar::closeOf).orElseGet(() -> calendar.add(clock.instant(), policy.sla()));
    }
}
