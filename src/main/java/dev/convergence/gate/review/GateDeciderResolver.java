package dev.convergence.gate.review;

import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.gate.GateDecider;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.gate.Vote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Who has decided a gate: never whom a variable names. */
@Component
class GateDeciderResolver {

    private final HistoryService history;
    private final GateReviewRepository reviews;

    GateDeciderResolver(HistoryService history, GateReviewRepository reviews) {
        this.history = history;
        this.reviews = reviews;
    }

    /**
     * Whoever has just decided; where the model has put a pause in between, whoever history says.
     *
     * @throws AuthorizationException where nobody has
     */
    GateDecider of(DelegateExecution gate) {
        return GateProcess.DECIDED_BY
                .find(gate)
                .filter(decider -> decider.hasDecided(gate))
                .or(() -> recorded(gate))
                .orElseThrow(() ->
                        new AuthorizationException("Gate %s was not decided as %s by anybody: no review is completed"
                                .formatted(
                                        GateProcess.GATE_ID.get(gate),
                                        GateProcess.GATE_OUTCOME.find(gate).orElse(null))));
    }

    private Optional<GateDecider> recorded(DelegateExecution gate) {
        return reviewer(gate)
                .or(() -> voters(gate))
                .map(by -> new GateDecider(gate.getProcessInstanceId(), GateProcess.GATE_OUTCOME.get(gate), by));
    }

    private Optional<String> reviewer(DelegateExecution gate) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(gate.getProcessInstanceId())
                .taskDefinitionKey(GateProcess.REVIEW_GATE)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .list()
                .stream()
                .map((HistoricTaskInstance review) -> TaskAuthorReader.inWords(review))
                .findFirst();
    }

    private Optional<String> voters(DelegateExecution gate) {
        List<Vote> votes =
                reviews.votesOn(gate.getProcessInstanceId(), ((ProcessInstance) gate).getRootProcessInstanceId());
        return votes.isEmpty()
                ? Optional.empty()
                : Optional.of(votes.stream().map(Vote::by).distinct().collect(Collectors.joining(", ")));
    }
}
