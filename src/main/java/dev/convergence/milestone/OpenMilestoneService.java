package dev.convergence.milestone;

import dev.convergence.escalation.StallService;
import dev.convergence.escalation.wait.StallKind;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The milestones of a campaign that are not reached yet, and what they are told. */
@Component
class OpenMilestoneService {

    /** Ends the name of the message to those who wait for a milestone; its id comes before. */
    private static final String REACHED = "-reached";

    private final RuntimeService runtime;
    private final StallService stallService;

    OpenMilestoneService(RuntimeService runtime, StallService stallService) {
        this.runtime = runtime;
        this.stallService = stallService;
    }

    Optional<ProcessInstance> find(String campaign, String milestone) {
        return campaign == null
                ? Optional.empty()
                : runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(campaign)
                        .processDefinitionKey(MilestoneProcess.KEY)
                        .variableValueEquals(MilestoneProcess.MILESTONE_ID.name(), milestone)
                        .list()
                        .stream()
                        .findFirst();
    }

    /** While its date is being moved the milestone cannot be told; it looks when it waits again. */
    void everyoneArrived(ProcessInstance block, String milestone) {
        Execution waiting = runtime.createExecutionQuery()
                .processInstanceId(block.getId())
                .messageEventSubscriptionName(MilestoneProcess.EVERYONE_ARRIVED)
                .singleResult();
        if (waiting == null) {
            runtime.setVariable(block.getId(), MilestoneProcess.ARRIVED_MEANWHILE.name(), true);
            return;
        }
        stallService.resolve(StallKind.MISSED_MILESTONE, block.getId(), block.getBusinessKey(), milestone);
        runtime.messageEventReceived(MilestoneProcess.EVERYONE_ARRIVED, waiting.getId());
    }

    void someoneLeft(ProcessInstance block) {
        runtime.removeVariable(block.getId(), MilestoneProcess.ARRIVED_MEANWHILE.name());
    }

    /** Lets everybody go on who waits for this milestone. */
    void reached(String campaign, String milestone) {
        String message = milestone + REACHED;
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(campaign)
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
    }
}
