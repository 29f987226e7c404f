package dev.convergence.context;

import dev.convergence.engine.history.HistoricVariableRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Campaigns as history has them, those that are over included. */
@Component
public class RecordedCampaignRepository {

    private static final Set<String> FACTS = Set.of(
            CampaignContext.NAME.name(),
            CampaignContext.TYPE.name(),
            CampaignContext.PRIORITY.name(),
            CampaignContext.PATTERN.name());

    private final HistoryService history;
    private final HistoricVariableRepository variables;

    RecordedCampaignRepository(HistoryService history, HistoricVariableRepository variables) {
        this.history = history;
        this.variables = variables;
    }

    /** Name, type, priority and pattern of a campaign; two queries. Empty where there was none by this key. */
    public Optional<CampaignContext> find(String key) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::facts);
    }

    private CampaignContext facts(HistoricProcessInstance campaign) {
        String id = campaign.getId();
        return new CampaignContext(
                id, campaign.getBusinessKey(), variables.of(List.of(id), FACTS).getOrDefault(id, Map.of()));
    }
}
