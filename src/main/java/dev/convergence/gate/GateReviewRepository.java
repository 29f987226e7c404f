package dev.convergence.gate;

import static dev.convergence.engine.variable.EngineTimeConverter.instant;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.engine.task.TaskAuthorReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.springframework.stereotype.Component;

/** The reviews of gates, read off the engine's history: two queries, and one more where there were votes. */
@Component
public class GateReviewRepository {

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    GateReviewRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** All reviews of these campaigns, the oldest first. Reviews that a cancellation ended undecided are left out. */
    public List<GateReview> of(Collection<String> campaignKeys) {
        List<HistoricTaskInstance> tasks = reviews()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .list();
        Values values = values(tasks);
        Map<String, List<HistoricTaskInstance>> byGate = new LinkedHashMap<>();
        tasks.forEach(task -> byGate.computeIfAbsent(values.gateOf(task), gate -> new ArrayList<>())
                .add(task));
        Map<String, Integer> rounds = new HashMap<>();
        List<GateReview> reviews = new ArrayList<>();
        byGate.forEach((gate, parts) -> {
            if (isOpen(parts) || values.of(gate).containsKey(GateProcess.GATE_OUTCOME.name())) {
                RowReader.one("review of gate", gate, () -> review(gate, parts, values, rounds))
                        .ifPresent(reviews::add);
            }
        });
        return reviews;
    }

    /** The votes that were given on the gate of this process instance, the oldest first. */
    public List<Vote> votesOn(String gateInstanceId, String rootInstanceId) {
        List<HistoricTaskInstance> tasks =
                reviews().rootProcessInstanceId(rootInstanceId).list();
        Values values = values(tasks);
        return votes(
                tasks.stream()
                        .filter(task -> gateInstanceId.equals(values.gateOf(task)))
                        .toList(),
                values);
    }

    private HistoricTaskInstanceQuery reviews() {
        return history.createHistoricTaskInstanceQuery()
                .taskDefinitionKey(GateProcess.REVIEW_GATE)
                .orderByHistoricActivityInstanceStartTime()
                .asc();
    }

    private Values values(List<HistoricTaskInstance> tasks) {
        Set<String> instances =
                tasks.stream().map(HistoricTaskInstance::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, Map<String, Object>> known = variables.of(instances);
        Set<String> votedOn = new HashSet<>();
        known.forEach((id, values) -> RowReader.one("vote", id, () -> GateProcess.VOTE_ON.find(values))
                .flatMap(gate -> gate)
                .ifPresent(votedOn::add));
        known.putAll(variables.of(votedOn));
        return new Values(known);
    }

    /** The variables of gates and of the parts of votes, by process instance. */
    private record Values(Map<String, Map<String, Object>> known) {

        Map<String, Object> of(String instance) {
            return known.getOrDefault(instance, Map.of());
        }

        /** The process instance of the gate, also for a part of a vote on it. */
        String gateOf(HistoricTaskInstance task) {
            return RowReader.one("vote", task.getId(), () -> GateProcess.VOTE_ON.find(of(task.getProcessInstanceId())))
                    .flatMap(gate -> gate)
                    .orElse(task.getProcessInstanceId());
        }
    }

    /** Not cancelled: whoever had the task then has said nothing. */
    private static boolean isCompleted(HistoricTaskInstance task) {
        return TaskAuthorReader.COMPLETED.equals(task.getDeleteReason());
    }

    private static boolean isOpen(List<HistoricTaskInstance> parts) {
        return parts.stream().anyMatch(task -> task.getEndTime() == null);
    }

    private static GateReview review(
            String instance, List<HistoricTaskInstance> parts, Values values, Map<String, Integer> rounds) {
        Map<String, Object> gate = values.of(instance);
        HistoricTaskInstance first = parts.get(0);
        HistoricTaskInstance last = parts.get(parts.size() - 1);
        String id = GateProcess.GATE_ID.find(gate).orElse("");
        boolean byVote = !instance.equals(first.getProcessInstanceId());
        boolean decided = gate.containsKey(GateProcess.GATE_OUTCOME.name()) && (byVote || isCompleted(first));
        List<Vote> votes = byVote ? votes(parts, values) : List.of();
        return new GateReview(
                first.getRootProcessInstanceId(),
                instance,
                first.getId(),
                id,
                CallActivityNameReader.within(first.getName(), id),
                rounds.merge(first.getRootProcessInstanceId() + "/" + id, 1, Integer::sum),
                decided ? GateProcess.GATE_OUTCOME.find(gate).orElse(null) : null,
                decided ? (byVote ? voters(votes) : first.getAssignee()) : null,
                decided && !byVote ? first.getOwner() : null,
                instant(first.getStartTime()),
                decided ? latestEnd(parts) : null,
                instant(last.getDueDate()),
                decided ? GateProcess.GATE_COMMENT.find(gate).orElse(null) : null,
                decided ? GateProcess.GATE_CONDITIONS.find(gate).orElse(null) : null,
                decided ? version(gate) : null,
                votes);
    }

    private static List<Vote> votes(List<HistoricTaskInstance> parts, Values values) {
        return parts.stream()
                .filter(GateReviewRepository::isCompleted)
                .flatMap(task ->
                        RowReader.one("vote", task.getId(), () -> vote(task, values.of(task.getProcessInstanceId())))
                                .stream())
                .filter(vote -> vote.outcome() != null)
                .sorted(Comparator.comparing(Vote::at))
                .toList();
    }

    private static Vote vote(HistoricTaskInstance task, Map<String, Object> values) {
        return new Vote(
                GateProcess.VOTER.find(values).orElse(null),
                task.getAssignee(),
                instant(task.getEndTime()),
                GateProcess.GATE_OUTCOME.find(values).orElse(null),
                GateProcess.GATE_COMMENT.find(values).orElse(null),
                GateProcess.GATE_CONDITIONS.find(values).orElse(null),
                version(values));
    }

    private static Integer version(Map<String, Object> values) {
        return GateProcess.SEEN_VERSION.find(values).map(Number::intValue).orElse(null);
    }

    private static String voters(List<Vote> votes) {
        return votes.stream().map(Vote::by).filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
    }

    private static Instant latestEnd(List<HistoricTaskInstance> parts) {
        return parts.stream()
                .map(HistoricTaskInstance::getEndTime)
                .filter(Objects::nonNull)
                .max(Date::compareTo)
                .map(Date::toInstant)
                .orElse(null);
    }
}
