package dev.convergence.gate;

import dev.convergence.engine.ModelProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * The work that a gate reviews: what was done before it in the process that calls it, in the stage to which the gate
 * belongs; everything that was done there, where the model names no stage. One query; where the model says which stages
 * the gate reviews, one more for each process that they called.
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
        String activity = caller.getCurrentActivityId();
        Optional<Set<String>> reviewed = ModelProperties.reviews(caller, activity);
        List<HistoricTaskInstance> done = new ArrayList<>();
        reviewed.ifPresent(stages -> done.addAll(completionsOfCalled(caller, stages)));
        done.addAll(ownCompletions(caller, reviewed.or(() -> ModelProperties.stage(caller, activity)
                .map(Set::of))));
        return done;
    }

    private List<HistoricTaskInstance> ownCompletions(DelegateExecution caller, Optional<Set<String>> stages) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(caller.getProcessInstanceId())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list()
                .stream()
                .filter(task -> stages.isEmpty() || isOf(stages.get(), caller, task.getTaskDefinitionKey()))
                .toList();
    }

    /** What was done in the processes that the reviewed stages call, such as the tracks of a parallel campaign. */
    private List<HistoricTaskInstance> completionsOfCalled(DelegateExecution caller, Set<String> stages) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(caller.getProcessInstanceId())
                .activityType(ActivityTypes.CALL_ACTIVITY)
                .finished()
                .list()
                .stream()
                .filter(call -> isOf(stages, caller, call.getActivityId()))
                .flatMap(call -> completedIn(call.getCalledProcessInstanceId()).stream())
                .toList();
    }

    private List<HistoricTaskInstance> completedIn(String instance) {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list();
    }

    private static boolean isOf(Set<String> stages, DelegateExecution caller, String element) {
        return ModelProperties.stage(caller, element).filter(stages::contains).isPresent();
    }
}
