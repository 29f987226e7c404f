package dev.convergence.campaign.alignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.conflict.Conflicts;
import dev.convergence.campaign.conflict.Touchpoint;
import dev.convergence.campaign.conflict.TouchpointStatement;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.StoredListReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.TooLateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether the dates and the touchpoints of a campaign fit together. */
@Component
public class AlignmentService {

    /** Who owns what the campaign says to its public. */
    public static final String OWNER = GroupCatalog.MARKETING;

    public static final String OFFER = "offer";
    public static final String PRICE = "price";
    public static final String VALID_FROM = "validFrom";
    public static final String VALID_UNTIL = "validUntil";

    private final CampaignPlanRepository plans;
    private final WorkingCalendarRegistry calendars;
    private final ObjectMapper json;

    AlignmentService(CampaignPlanRepository plans, WorkingCalendarRegistry calendars, ObjectMapper json) {
        this.plans = plans;
        this.calendars = calendars;
        this.json = json;
    }

    /** What is in conflict, by all that is recorded of the campaign. */
    public Conflicts conflicts(CampaignContext campaign) {
        return conflicts(plans.of(campaign), touchpoints(campaign));
    }

    public Conflicts conflicts(Plan plan, List<CampaignRequest.Touchpoint> touchpoints) {
        return Conflicts.in(
                plan, touchpoints.stream().map(AlignmentService::compared).toList(), calendars);
    }

    /** The touchpoints, by all that is recorded of the campaign; those of a campaign without ids included. */
    public List<CampaignRequest.Touchpoint> touchpoints(CampaignContext campaign) {
        Object text = campaign.values().get(CampaignProcess.TOUCHPOINTS);
        return text == null
                ? List.of()
                : TouchpointValidator.withIds(
                        StoredListReader.of(json, "touchpoint of " + campaign.key(), text.toString())
                                .read(this::touchpoint));
    }

    /**
     * The same, to be changed and written again.
     *
     * @throws TooLate where some cannot be read, which would be lost
     */
    public List<CampaignRequest.Touchpoint> requireTouchpoints(CampaignContext campaign) {
        Object text = campaign.values().get(CampaignProcess.TOUCHPOINTS);
        List<CampaignRequest.Touchpoint> touchpoints = touchpoints(campaign);
        if (text != null
                && StoredListReader.of(json, "touchpoint of " + campaign.key(), text.toString())
                                .size()
                        != touchpoints.size()) {
            throw new TooLateException("Some touchpoints of campaign " + campaign.key()
                    + " cannot be read: put all of them anew (PUT touchpoints).");
        }
        return touchpoints;
    }

    private CampaignRequest.Touchpoint touchpoint(JsonNode stored) throws JsonProcessingException {
        CampaignRequest.Touchpoint touchpoint = json.treeToValue(stored, CampaignRequest.Touchpoint.class);
        if (touchpoint.id() == null && touchpoint.channel() == null) {
            throw new OutOfBounds("has neither an id nor a channel");
        }
        Stream.of(touchpoint.validFrom(), touchpoint.validUntil())
                .filter(Objects::nonNull)
                .forEach(DateBounds::checked);
        return touchpoint;
    }

    private static Touchpoint compared(CampaignRequest.Touchpoint touchpoint) {
        return new Touchpoint(
                touchpoint.id(),
                OWNER,
                touchpoint.subject(),
                facts(touchpoint),
                TouchpointValidator.dayIn(touchpoint.goLive()).orElse(null),
                touchpoint.dependsOn() == null ? List.of() : touchpoint.dependsOn());
    }

    private static Map<String, TouchpointStatement> facts(CampaignRequest.Touchpoint touchpoint) {
        Map<String, TouchpointStatement> facts = new LinkedHashMap<>();
        putText(facts, OFFER, touchpoint.offer());
        if (touchpoint.price() != null) {
            facts.put(
                    PRICE,
                    TouchpointStatement.price(
                            touchpoint.price().amount(), touchpoint.price().currency()));
        }
        if (touchpoint.validFrom() != null) {
            facts.put(VALID_FROM, TouchpointStatement.day(touchpoint.validFrom()));
        }
        if (touchpoint.validUntil() != null) {
            facts.put(VALID_UNTIL, TouchpointStatement.day(touchpoint.validUntil()));
        }
        if (touchpoint.claims() != null) {
            touchpoint.claims().forEach((name, value) -> putText(facts, Touchpoint.claim(name), value));
        }
        return facts;
    }

    private static void putText(Map<String, TouchpointStatement> facts, String fact, String text) {
        if (text != null && !text.isBlank()) {
            facts.put(fact, TouchpointStatement.text(text));
        }
    }
}
