package dev.convergence.gate;

import java.util.Optional;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Finds the call of a gate where only its process instance is known. Two queries, and two more for a part of a vote. */
@Component
class GateCallRepository {

    private final HistoryService history;
    private final RepositoryService models;

    GateCallRepository(HistoryService history, RepositoryService models) {
        this.history = history;
        this.models = models;
    }

    /** @param gate the process instance of a gate, or of one voter's part of it; empty where nothing calls it */
    Optional<GateCall> of(String gate) {
        HistoricProcessInstance called = history.createHistoricProcessInstanceQuery()
                .processInstanceId(gate)
                .singleResult();
        if (called == null || called.getSuperProcessInstanceId() == null) {
            return Optional.empty();
        }
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(called.getSuperProcessInstanceId())
                .activityType(ActivityTypes.CALL_ACTIVITY)
                .unfinished()
                .list()
                .stream()
                .filter(call -> gate.equals(call.getCalledProcessInstanceId()))
                .findFirst()
                .flatMap(call -> of(call, called));
    }

    private Optional<GateCall> of(HistoricActivityInstance call, HistoricProcessInstance called) {
        if (GateProcess.COLLECT_VOTES.equals(call.getActivityId())) {
            return of(call.getProcessInstanceId());
        }
        return Optional.of(new GateCall(
                call.getProcessInstanceId(),
                called.getRootProcessInstanceId(),
                called.getBusinessKey(),
                call.getActivityId(),
                models.getBpmnModelInstance(call.getProcessDefinitionId())));
    }
}
