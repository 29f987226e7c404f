package dev.convergence.report;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Which campaign each rhythm of syncs belongs to: two queries for each thousand of rhythms. */
@Component
class SyncCampaignReader {

    private static final Set<String> FACTS = Set.of(CampaignContext.NAME.name(), CampaignContext.PRIORITY.name());

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    SyncCampaignReader(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** The campaigns by the process instances of their rhythms; those that were deleted from history are left out. */
    Map<String, CampaignContext> of(List<String> rhythms) {
        Map<String, HistoricProcessInstance> instances = new HashMap<>();
        ListPartitioner.of(rhythms).forEach(chunk -> history.createHistoricProcessInstanceQuery()
                .processInstanceIds(Set.copyOf(chunk))
                .list()
                .forEach(instance -> instances.put(instance.getId(), instance)));
        Map<String, Map<String, Object>> facts = variables.of(
                instances.values().stream()
                        .map(HistoricProcessInstance::getRootProcessInstanceId)
                        .distinct()
                        .toList(),
                FACTS);
        Map<String, CampaignContext> campaigns = new HashMap<>();
        instances.forEach((id, instance) -> campaigns.put(
                id,
                new CampaignContext(
                        instance.getRootProcessInstanceId(),
                        instance.getBusinessKey(),
                        facts.getOrDefault(instance.getRootProcessInstanceId(), Map.of()))));
        return campaigns;
    }
}
