package dev.convergence.gate;

import dev.convergence.engine.ModelProperties;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * The work that a gate reviews: what was done before it in the process that calls it, in the stage to which the gate
 * belongs; everything that was done there, where the model names no stage. One query.
 */
@Component
class GateWork {

    private final HistoryService history;

    GateWork(HistoryService history) {
        this.history = history;
    }

    /** The completions, the oldest first; their number is the version of the work. */
    List<HistoricTaskInstance> before(DelegateExecution gate) {
        return caller(gate).map(this::completions).orElseGet(List::of);
    }

    /** Who did the work, for themselves or for somebody else. */
    static boolean wasDoneBy(String user, List<HistoricTaskInstance> completions) {
        return completions.stream().anyMatch(task -> user.equals(task.getAssignee()) || user.equals(task.getOwner()));
    }

    /** The activity that calls the gate, also for one voter's part of it. */
    private static Optional<DelegateExecution> caller(DelegateExecution gate) {
        DelegateExecution caller = gate.getProcessInstance().getSuperExecution();
        while (caller != null && GateProcess.COLLECT_VOTES.equals(caller.getCurrentActivityId())) {
            caller = caller.getProcessInstance().getSuperExecution();
        }
        return Optional.ofNullable(caller);
    }

    private List<HistoricTaskInstance> completions(DelegateExecution caller) {
        Optional<String> stage = ModelProperties.stage(caller, caller.getCurrentActivityId());
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(caller.getProcessInstanceId())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list()
                .stream()
                .filter(task ->
                        stage.isEmpty() || stage.equals(ModelProperties.stage(caller, task.getTaskDefinitionKey())))
                .toList();
    }
}
