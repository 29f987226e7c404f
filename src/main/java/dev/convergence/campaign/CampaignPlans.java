package dev.convergence.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.engine.CampaignContext;
import dev.convergence.escalation.PlannedDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;

/** Reads and writes a campaign's plan as the JSON variable of its process instance. */
@Component
class CampaignPlans implements PlannedDates {

    private static final TypeReference<List<PlanEntry>> ENTRIES = new TypeReference<>() {};

    private final ObjectMapper json;

    CampaignPlans(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<LocalDate> of(CampaignContext campaign, String id) {
        return of(campaign).entry(id).map(PlanEntry::due);
    }

    Plan of(CampaignContext campaign) {
        return campaign.plan().map(this::read).orElseGet(() -> Plan.of(List.of()));
    }

    JsonValue write(Plan plan) {
        return json(plan.entries());
    }

    JsonValue json(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Plan read(String text) {
        try {
            return Plan.of(json.readValue(text, ENTRIES));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the plan of a campaign is unreadable", unreadable);
        }
    }
}
