package dev.convergence.proposal;

import static dev.convergence.engine.variable.EngineTimeConverter.instant;

import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.task.TaskAuthorReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The proposals of a campaign, read off the engine's history: three queries. What was deleted in Cockpit is left out. */
@Component
class ProposalRepository {

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    ProposalRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** The newest first. */
    List<ProposalView> of(String campaign) {
        List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProposalProcess.KEY)
                .processInstanceBusinessKey(campaign)
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
        Map<String, Map<String, Object>> values = variables.of(
                instances.stream().map(HistoricProcessInstance::getId).toList());
        Map<String, HistoricTaskInstance> weighed = weighed(campaign);
        return RowReader.all(
                "proposal",
                instances.stream()
                        .filter(instance -> instance.getEndTime() == null || weighed.containsKey(instance.getId()))
                        .toList(),
                HistoricProcessInstance::getId,
                instance -> view(
                        instance.getId(),
                        values.getOrDefault(instance.getId(), Map.of()),
                        Optional.ofNullable(weighed.get(instance.getId()))));
    }

    private Map<String, HistoricTaskInstance> weighed(String campaign) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(ProposalProcess.WEIGH_PROPOSAL)
                .taskDeleteReason(TaskAuthorReader.COMPLETED)
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .list()
                .stream()
                .collect(Collectors.toMap(HistoricTaskInstance::getProcessInstanceId, Function.identity()));
    }

    private static ProposalView view(String id, Map<String, Object> values, Optional<HistoricTaskInstance> weighed) {
        return new ProposalView(
                id,
                ProposalProcess.PROPOSAL_DECISION.find(values).orElse(null),
                ProposalProcess.PROPOSAL_WHAT.find(values).orElse(null),
                ProposalProcess.PROPOSAL_WHY.find(values).orElse(null),
                ProposalProcess.PROPOSED_BY.find(values).orElse(null),
                ProposalProcess.PROPOSED_IN.find(values).orElse(null),
                ProposalProcess.PROPOSED_AT
                        .find(values)
                        .map(moment -> instant(moment))
                        .orElse(null),
                weighed.flatMap(task -> ProposalProcess.PROPOSAL_OUTCOME.find(values))
                        .map(ProposalView.State::valueOf)
                        .orElse(ProposalView.State.OPEN),
                weighed.map(TaskAuthorReader::inWords).orElse(null),
                weighed.map(task -> instant(task.getEndTime())).orElse(null),
                ProposalProcess.PROPOSAL_COMMENT.find(values).orElse(null),
                ProposalProcess.PROPOSAL_VERSION.find(values).orElse(null));
    }
}
