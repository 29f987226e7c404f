package dev.convergence.campaign;

import dev.convergence.campaign.alignment.AlignmentService;
import dev.convergence.campaign.request.CampaignKeyRepository;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.CampaignState;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import dev.convergence.problem.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Finds campaigns by the key that they were given; whatever else carries the key is none. */
@Component
class CampaignReader {

    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final CampaignKeyRepository keys;
    private final CampaignSnapshotReader snapshots;
    private final CampaignViewMapper views;
    private final AlignmentService alignmentService;

    CampaignReader(
            HistoryService history,
            HistoricVariableRepository variables,
            CampaignKeyRepository keys,
            CampaignSnapshotReader snapshots,
            CampaignViewMapper views,
            AlignmentService alignmentService) {
        this.history = history;
        this.variables = variables;
        this.keys = keys;
        this.snapshots = snapshots;
        this.views = views;
        this.alignmentService = alignmentService;
    }

    /** A page of campaigns, the newest first. As many queries for one as for two hundred. */
    Page<CampaignView> page(PageRequest page) {
        Page<String> ids = keys.instances(page);
        return new Page<>(views.of(snapshots.of(instances(ids.items()))), ids.total());
    }

    Optional<CampaignView> withKey(String key) {
        return views.of(snapshots.of(registered(key).stream().toList())).stream()
                .findFirst();
    }

    /**
     * How a campaign ended, empty while it runs: three queries.
     *
     * @throws NotFound where no campaign has this key
     */
    Optional<CampaignState> end(String key) {
        HistoricProcessInstance campaign = registered(key).orElseThrow(() -> new NotFoundException("Campaign", key));
        return CampaignSnapshot.end(campaign, values(campaign));
    }

    /** The touchpoints of a campaign, also of one that is over; empty where no campaign has this key. */
    Optional<List<CampaignRequest.Touchpoint>> touchpoints(String key) {
        return registered(key)
                .map(campaign ->
                        alignmentService.touchpoints(new CampaignContext(campaign.getId(), key, values(campaign))));
    }

    private Map<String, Object> values(HistoricProcessInstance campaign) {
        return variables.of(List.of(campaign.getId())).getOrDefault(campaign.getId(), Map.of());
    }

    private Optional<HistoricProcessInstance> registered(String key) {
        return keys.instance(key).flatMap(id -> instances(List.of(id)).stream().findFirst());
    }

    /** In the order of their ids; what is not in the history any more is left out. */
    private List<HistoricProcessInstance> instances(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, HistoricProcessInstance> byId =
                history.createHistoricProcessInstanceQuery().processInstanceIds(Set.copyOf(ids)).list().stream()
                        .collect(Collectors.toMap(HistoricProcessInstance::getId, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
