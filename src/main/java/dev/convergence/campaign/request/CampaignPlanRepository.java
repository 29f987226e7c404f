package dev.convergence.campaign.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.context.CampaignContext;
import dev.convergence.escalation.wait.PlannedDateReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;

/** Reads and writes a campaign's plan as the JSON variable of its process instance. */
@Component
public class CampaignPlanRepository implements PlannedDateReader {

    private final ObjectMapper json;

    CampaignPlanRepository(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<LocalDate> of(CampaignContext campaign, String id) {
        return of(campaign).entry(id).map(PlanEntry::due);
    }

    /** What can be read of a campaign's plan; entries without a date that calendars reach are left out. */
    public Plan of(CampaignContext campaign) {
        return Plan.recorded(stored(campaign).read(this::entry));
    }

    /** The entry with this id, dated anew, where its stored date cannot be read. */
    public Optional<PlanEntry> repaired(CampaignContext campaign, String id, LocalDate due) {
        return stored(campaign).unreadable(this::entry).stream()
                .filter(entry -> id.equals(StoredListReader.id(entry)))
                .findFirst()
                .map(entry -> new PlanEntry(
                        id, entry.path("what").asText(), entry.path("group").asText(), due, needs(entry)));
    }

    public JsonValue write(Plan plan) {
        return json(plan.entries());
    }

    /** The plan in place of what could be read of the present one; what could not is kept as it is. */
    public JsonValue write(CampaignContext campaign, Plan plan) {
        return json(Stream.concat(
                        plan.entries().stream(),
                        stored(campaign).unreadable(this::entry).stream()
                                .filter(entry ->
                                        plan.entry(StoredListReader.id(entry)).isEmpty()))
                .toList());
    }

    public JsonValue json(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private StoredListReader stored(CampaignContext campaign) {
        return StoredListReader.of(
                json, "planned date of " + campaign.key(), campaign.plan().orElse("[]"));
    }

    private PlanEntry entry(JsonNode stored) throws JsonProcessingException {
        PlanEntry entry = json.treeToValue(stored, PlanEntry.class);
        if (entry == null || entry.id() == null || entry.due() == null) {
            throw new OutOfBounds("has no id or no date");
        }
        DateBounds.checked(entry.due());
        return entry;
    }

    private static List<String> needs(JsonNode entry) {
        List<String> needs = new ArrayList<>();
        entry.path("dependsOn").forEach(need -> needs.add(need.asText()));
        return needs;
    }
}
