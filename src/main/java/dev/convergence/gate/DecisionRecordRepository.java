package dev.convergence.gate;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Everything that was said at a campaign's gates, read off the engine's history. */
@Component
public class DecisionRecordRepository {

    private final GateReviewRepository reviews;
    private final HistoryService history;
    private final HistoricVariableRepository variables;

    DecisionRecordRepository(
            GateReviewRepository reviews, HistoryService history, HistoricVariableRepository variables) {
        this.reviews = reviews;
        this.history = history;
        this.variables = variables;
    }

    /** The oldest first; what is still undecided last. */
    public List<DecisionRecord> of(String campaign) {
        List<GateReview> reviewed = reviews.of(List.of(campaign));
        List<DecisionRecord> records = new ArrayList<>(advice(campaign, reviewed));
        reviewed.forEach(review -> {
            records.addAll(
                    RowReader.all("vote on gate", review.votes(), vote -> review.gate(), vote -> vote(review, vote)));
            records.add(decision(review));
        });
        records.sort(Comparator.comparing(DecisionRecord::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return records;
    }

    private static DecisionRecord decision(GateReview review) {
        return new DecisionRecord(
                review.gate(),
                review.name(),
                review.round(),
                "DECISION",
                review.decidedBy(),
                review.decidedFor(),
                review.decidedAt(),
                review.outcome(),
                review.comment(),
                review.conditions(),
                review.version());
    }

    private static DecisionRecord vote(GateReview review, Vote vote) {
        return new DecisionRecord(
                review.gate(),
                review.name(),
                review.round(),
                "VOTE",
                vote.by(),
                vote.voter().equals(vote.by()) ? null : vote.voter(),
                vote.at(),
                vote.outcome(),
                vote.comment(),
                vote.conditions(),
                vote.version());
    }

    private List<DecisionRecord> advice(String campaign, List<GateReview> reviewed) {
        List<HistoricTaskInstance> given = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(GateProcess.GIVE_ADVICE)
                .finished()
                .list();
        Map<String, Map<String, Object>> values = variables.ofTasks(given);
        Map<String, GateReview> byInstance =
                reviewed.stream().collect(Collectors.toMap(GateReview::gateInstanceId, Function.identity()));
        return given.stream()
                .filter(task -> values.getOrDefault(task.getId(), Map.of()).containsKey(GateProcess.ADVICE.name()))
                .filter(task -> byInstance.containsKey(task.getProcessInstanceId()))
                .flatMap(task -> RowReader.one(
                        "advice",
                        task.getId(),
                        () -> advice(task, values.get(task.getId()), byInstance.get(task.getProcessInstanceId())))
                        .stream())
                .toList();
    }

    private static DecisionRecord advice(HistoricTaskInstance task, Map<String, Object> values, GateReview on) {
        return new DecisionRecord(
                on.gate(),
                on.name(),
                on.round(),
                "ADVICE",
                task.getAssignee(),
                GateProcess.CONSULTED_GROUP.find(values).orElse(null),
                task.getEndTime().toInstant(),
                null,
                GateProcess.ADVICE.find(values).orElse(null),
                null,
                null);
    }
}
