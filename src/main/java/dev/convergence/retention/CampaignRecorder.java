package dev.convergence.retention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the records of campaigns that are over, long before their history goes. */
@Component
class CampaignRecorder {

    private static final int MOST = 50;
    private static final Set<String> FACTS = Set.of(
            CampaignContext.NAME.name(),
            CampaignContext.TYPE.name(),
            CampaignContext.PRIORITY.name(),
            CampaignContext.PATTERN.name());

    private final EndedCampaignRepository campaigns;
    private final CampaignRecordRepository records;
    private final HistoricVariableRepository variables;
    private final List<CampaignRecordContributor> parts;
    private final ObjectMapper json;

    CampaignRecorder(
            EndedCampaignRepository campaigns,
            CampaignRecordRepository records,
            HistoricVariableRepository variables,
            List<CampaignRecordContributor> parts,
            ObjectMapper json) {
        this.campaigns = campaigns;
        this.records = records;
        this.variables = variables;
        this.parts = parts;
        this.json = json;
    }

    /** Of at most 50 campaigns. What cannot be read of one is left out, and the log says so. */
    void recordEnded() {
        campaigns.unrecorded(MOST).forEach(campaign -> records.add(record(campaign)));
    }

    private CampaignRecord record(EndedCampaign campaign) {
        Map<String, Object> facts =
                variables.of(List.of(campaign.instanceId()), FACTS).getOrDefault(campaign.instanceId(), Map.of());
        return new CampaignRecord(
                campaign, new CampaignContext(campaign.instanceId(), campaign.key(), facts), parts(campaign));
    }

    private ObjectNode parts(EndedCampaign campaign) {
        ObjectNode recorded = json.createObjectNode();
        parts.forEach(part -> RowReader.one(
                        "part " + part.name() + " of the record of campaign",
                        campaign.key(),
                        () -> json.<JsonNode>valueToTree(part.of(campaign)))
                .ifPresent(value -> recorded.set(part.name(), value)));
        return recorded;
    }
}
