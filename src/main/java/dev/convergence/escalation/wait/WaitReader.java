package dev.convergence.escalation.wait;

import dev.convergence.context.CampaignContext;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads what a wait is about off the engine. */
@Component
public class WaitReader {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WaitPolicyReader policies;
    private final CampaignContext.Reader campaigns;

    WaitReader(RuntimeService runtime, TaskService tasks, WaitPolicyReader policies, CampaignContext.Reader campaigns) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.policies = policies;
        this.campaigns = campaigns;
    }

    /** The wait of a block; empty once it is over. */
    public Optional<Wait> ofBlock(ProcessInstance block, StallKind kind) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceId(block.getProcessInstanceId())
                        .taskDefinitionKey(kind.taskKey())
                        .singleResult())
                .map(task -> wait(task, kind, block));
    }

    public Optional<Wait> ofTask(String taskId, StallKind kind) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> wait(task, kind, block(task)));
    }

    private ProcessInstance block(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
    }

    private Wait wait(Task task, StallKind kind, ProcessInstance block) {
        CampaignContext campaign = campaigns.of(block.getRootProcessInstanceId(), block.getBusinessKey());
        Map<String, Object> variables = tasks.getVariables(task.getId());
        String id = String.valueOf(variables.get(kind.idVariable()));
        WaitPolicy policy = policies.of(kind, id, campaign, variables);
        return new Wait(
                kind,
                task.getId(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                campaign,
                id,
                String.valueOf(variables.getOrDefault(kind.nameVariable(), id)),
                policy.group(),
                policy.calendar(),
                Optional.ofNullable(task.getAssignee()),
                task.getCreateTime().toInstant(),
                task.getDueDate().toInstant(),
                EscalationProcess.RUNG.find(variables),
                EscalationProcess.KEPT_NOTICES.find(variables));
    }
}
