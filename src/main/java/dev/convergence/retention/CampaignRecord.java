package dev.convergence.retention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.context.CampaignContext;

/**
 * What stays of a campaign.
 *
 * @param facts its name, type, priority and pattern
 * @param parts an object with a part for each who had something to record
 */
public record CampaignRecord(EndedCampaign campaign, CampaignContext facts, JsonNode parts) {

    /** The part of this name; a missing node where there is none. */
    public JsonNode part(String name) {
        return parts.path(name);
    }
}
