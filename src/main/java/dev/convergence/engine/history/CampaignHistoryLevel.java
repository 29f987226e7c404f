package dev.convergence.engine.history;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Full history without what nobody reads and every gate would pay for: the log of each job's creation and deletion, a
 * row for each change of a variable (the variable's last value stays, as do tasks, incidents and the operation log),
 * what history tells in another place, and the steps and variables of what carries a message.
 */
public final class CampaignHistoryLevel implements HistoryLevel {

    public static final String NAME = "campaign";

    /** A task's own copies of what its process and its name tell. */
    private static final Set<String> LABELS = Set.of("gateId", "gateName", "handoffId", "handoffName", "campaignName");

    /**
     * Where a called block begins and ends, which the row of its instance tells, with the times; which way it took at a
     * gateway, which the next activity tells; the look-up of a decision, whose own history tells of it where it is
     * kept; and what a block does by itself, which the notices and tasks tell that come of it. How a campaign itself
     * went stays.
     */
    private static final Set<String> TOLD_ELSEWHERE = Set.of(
            "startEvent",
            "terminateEndEvent",
            "businessRuleTask",
            "exclusiveGateway",
            "inclusiveGateway",
            "serviceTask");

    @Override
    public int getId() {
        return 70;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type != HistoryEventTypes.JOB_CREATE
                && type != HistoryEventTypes.JOB_DELETE
                && type != HistoryEventTypes.JOB_SUCCESS
                && type != HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL
                && !(entity instanceof DecisionDefinition decision && isPolicy(decision))
                && !(entity instanceof VariableInstanceEntity variable && isLeftOut(variable))
                && !(entity instanceof IdentityLinkEntity link && isCandidate(link))
                && !(entity instanceof ExecutionEntity execution && isActivity(type) && isLeftOut(execution));
    }

    /** A decision whose history lives zero days is looked up all the time and leaves no trace of its own. */
    private static boolean isPolicy(DecisionDefinition decision) {
        return Integer.valueOf(0).equals(decision.getHistoryTimeToLive());
    }

    private static boolean isLeftOut(VariableInstanceEntity variable) {
        return variable.getTaskId() != null
                ? LABELS.contains(variable.getName())
                : isOfMessage(variable.getExecution());
    }

    private static boolean isOfMessage(ExecutionEntity execution) {
        return execution != null
                && MessageProcessMatcher.include(
                        execution.getProcessDefinition().getKey());
    }

    /** Who may decide a task is the policy's answer; who was told and may act later stands among the notices. */
    private static boolean isCandidate(IdentityLinkEntity link) {
        return link.getTaskId() != null && IdentityLinkType.CANDIDATE.equals(link.getType());
    }

    private static boolean isActivity(HistoryEventType type) {
        return type == HistoryEventTypes.ACTIVITY_INSTANCE_START || type == HistoryEventTypes.ACTIVITY_INSTANCE_END;
    }

    private static boolean isLeftOut(ExecutionEntity execution) {
        return isOfMessage(execution) || isToldElsewhere(execution);
    }

    private static boolean isToldElsewhere(ExecutionEntity execution) {
        ActivityImpl activity = execution.getActivity();
        return activity != null
                && execution.getProcessInstance().getSuperExecutionId() != null
                && activity.getFlowScope() == activity.getProcessDefinition()
                && TOLD_ELSEWHERE.contains(String.valueOf(activity.getProperty("type")));
    }
}
