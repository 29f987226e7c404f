package dev.convergence.milestone;

import dev.convergence.engine.task.TaskAuthorReader;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Who has moved a milestone's date or declared it reached: whoever completed its task last, never whom a variable names. */
@Component
class MilestoneDeciderResolver {

    private static final String NOBODY_KNOWN = "somebody";

    private final HistoryService history;

    MilestoneDeciderResolver(HistoryService history) {
        this.history = history;
    }

    /** @throws AuthorizationException where nobody has completed the task */
    String of(DelegateExecution milestone) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(milestone.getProcessInstanceId())
                .taskDefinitionKey(MilestoneProcess.REACH_MILESTONE)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(MilestoneDeciderResolver::by)
                .orElseThrow(() ->
                        new AuthorizationException("Nobody has moved the date of milestone %s or declared it reached"
                                .formatted(MilestoneProcess.MILESTONE_ID.get(milestone))));
    }

    private static String by(HistoricTaskInstance task) {
        return Optional.ofNullable(task.getAssignee()).orElse(NOBODY_KNOWN);
    }
}
