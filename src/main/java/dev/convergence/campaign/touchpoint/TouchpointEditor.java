package dev.convergence.campaign.touchpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.campaign.alignment.AlignmentService;
import dev.convergence.campaign.alignment.TouchpointValidator;
import dev.convergence.campaign.conflict.Touchpoint;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.engine.variable.RefusalException;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Touchpoints with other values in some of their fields, as valid as they were. */
@Component
class TouchpointEditor {

    private static final String GO_LIVE = "goLive";
    private static final String CLAIMS = "claims";
    private static final Pattern PRICE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([A-Z]{3})");

    private final ObjectMapper json;
    private final Validator validator;

    TouchpointEditor(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws Refusal naming the field that would not be valid */
    CampaignRequest.Touchpoint patched(CampaignRequest.Touchpoint touchpoint, TouchpointPatch patch) {
        ObjectNode given = json.valueToTree(patch);
        given.remove(CampaignProcess.REASON.name());
        return merged(touchpoint, given);
    }

    CampaignRequest.Touchpoint goingLive(CampaignRequest.Touchpoint touchpoint, LocalDate day) {
        return merged(touchpoint, json.createObjectNode().put(GO_LIVE, day.toString()));
    }

    /**
     * The touchpoint with one fact as somebody agreed on it in words.
     *
     * @throws Refusal where these are no price or no date, and the fact is one
     */
    CampaignRequest.Touchpoint stating(CampaignRequest.Touchpoint touchpoint, String fact, String value) {
        ObjectNode agreed = json.createObjectNode();
        switch (fact) {
            case AlignmentService.OFFER -> agreed.put(fact, value);
            case AlignmentService.PRICE -> agreed.set(fact, json.valueToTree(price(value)));
            case AlignmentService.VALID_FROM, AlignmentService.VALID_UNTIL ->
                agreed.put(
                        fact,
                        TouchpointValidator.day(CampaignProcess.AGREED_VALUE.name(), value)
                                .toString());
            default -> agreed.set(CLAIMS, json.valueToTree(claims(touchpoint, fact, value)));
        }
        return merged(touchpoint, agreed);
    }

    private static Map<String, String> claims(CampaignRequest.Touchpoint touchpoint, String fact, String value) {
        Map<String, String> claims = new LinkedHashMap<>(touchpoint.claims());
        claims.replaceAll((name, stated) -> Touchpoint.claim(name).equals(fact) ? value : stated);
        return claims;
    }

    private static CampaignRequest.Price price(String value) {
        String field = CampaignProcess.AGREED_VALUE.name();
        Matcher price = PRICE.matcher(value);
        if (!price.matches()) {
            throw new RefusalException(field, "must be a price such as 19.99 EUR");
        }
        TouchpointValidator.requireCurrency(field, price.group(2));
        return new CampaignRequest.Price(new BigDecimal(price.group(1)), price.group(2));
    }

    private CampaignRequest.Touchpoint merged(CampaignRequest.Touchpoint touchpoint, ObjectNode fields) {
        ObjectNode all = json.valueToTree(touchpoint);
        all.setAll(fields);
        try {
            return valid(json.treeToValue(all, CampaignRequest.Touchpoint.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a touchpoint of other touchpoints' fields is unreadable", unreadable);
        }
    }

    private CampaignRequest.Touchpoint valid(CampaignRequest.Touchpoint touchpoint) {
        validator.validate(touchpoint).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw new RefusalException(violation.getPropertyPath().toString(), violation.getMessage());
                });
        return touchpoint;
    }
}
