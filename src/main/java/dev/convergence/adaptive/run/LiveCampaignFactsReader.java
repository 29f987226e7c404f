package dev.convergence.adaptive.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was asked for when the campaign began, as its JSON variables have it. */
@Component
class LiveCampaignFactsReader {

    private static final String BUDGET = "budget";
    private static final String TOUCHPOINTS = "touchpoints";

    private final ObjectMapper json;

    LiveCampaignFactsReader(ObjectMapper json) {
        this.json = json;
    }

    /** What each channel may spend; empty where nothing was said. */
    Map<String, BigDecimal> budgets(Map<String, Object> campaign) {
        return read(campaign, BUDGET, new TypeReference<Map<String, BigDecimal>>() {})
                .orElseGet(Map::of);
    }

    List<Map<String, Object>> touchpoints(Map<String, Object> campaign) {
        return read(campaign, TOUCHPOINTS, new TypeReference<List<Map<String, Object>>>() {})
                .orElseGet(List::of);
    }

    /** A list of texts; empty where nothing was said. */
    Optional<List<String>> texts(Map<String, Object> campaign, String variable) {
        return read(campaign, variable, new TypeReference<List<String>>() {});
    }

    private <T> Optional<T> read(Map<String, Object> campaign, String variable, TypeReference<T> type) {
        Object text = campaign.get(variable);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(text.toString(), type));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(variable + " of a campaign is unreadable", unreadable);
        }
    }
}
