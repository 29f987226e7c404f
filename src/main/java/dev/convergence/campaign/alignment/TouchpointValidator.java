package dev.convergence.campaign.alignment;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.engine.variable.RefusalException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What touchpoints have to keep to beyond the form of each field; gives an id to those that have none. */
public final class TouchpointValidator {

    private TouchpointValidator() {}

    /**
     * The touchpoints, each with an id of its own.
     *
     * @throws Refusal naming the field that is wrong
     */
    public static List<CampaignRequest.Touchpoint> check(List<CampaignRequest.Touchpoint> touchpoints, Plan plan) {
        Set<String> ids = givenIds(touchpoints);
        List<CampaignRequest.Touchpoint> checked = new ArrayList<>();
        for (int place = 0; place < touchpoints.size(); place++) {
            CampaignRequest.Touchpoint touchpoint = touchpoints.get(place);
            check("touchpoints[" + place + "].", touchpoint, plan);
            checked.add(touchpoint.id() == null ? withId(touchpoint, freeId(touchpoint.channel(), ids)) : touchpoint);
        }
        return checked;
    }

    /** Touchpoints that are stored, each with an id of its own; what they say was checked when they came. */
    static List<CampaignRequest.Touchpoint> withIds(List<CampaignRequest.Touchpoint> touchpoints) {
        Set<String> ids = touchpoints.stream()
                .map(CampaignRequest.Touchpoint::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        return touchpoints.stream()
                .map(touchpoint ->
                        touchpoint.id() == null ? withId(touchpoint, freeId(touchpoint.channel(), ids)) : touchpoint)
                .toList();
    }

    /** @throws Refusal naming the field where the text is no day */
    public static LocalDate day(String field, String text) {
        try {
            return DateBounds.date(text);
        } catch (OutOfBounds out) {
            throw new RefusalException(field, out.getMessage());
        }
    }

    /** The day, where the text is one. */
    static Optional<LocalDate> dayIn(String text) {
        try {
            return Optional.ofNullable(text).map(String::strip).map(DateBounds::date);
        } catch (OutOfBounds words) {
            return Optional.empty();
        }
    }

    private static Set<String> givenIds(List<CampaignRequest.Touchpoint> touchpoints) {
        Set<String> ids = new HashSet<>();
        for (int place = 0; place < touchpoints.size(); place++) {
            String id = touchpoints.get(place).id();
            if (id != null && !ids.add(id)) {
                throw new RefusalException("touchpoints[" + place + "].id", "repeats '" + id + "'");
            }
        }
        return ids;
    }

    private static String freeId(String channel, Set<String> taken) {
        String id = channel;
        for (int number = 2; !taken.add(id); number++) {
            id = channel + "-" + number;
        }
        return id;
    }

    private static void check(String field, CampaignRequest.Touchpoint touchpoint, Plan plan) {
        List<String> needed = touchpoint.dependsOn() == null ? List.of() : touchpoint.dependsOn();
        for (int place = 0; place < needed.size(); place++) {
            if (plan.entry(needed.get(place)).isEmpty()) {
                throw new RefusalException(
                        field + "dependsOn[" + place + "]",
                        "names '" + needed.get(place) + "', which the plan does not have");
            }
        }
        if (!needed.isEmpty() && dayIn(touchpoint.goLive()).isEmpty()) {
            throw new RefusalException(
                    field + "goLive", "must be a date such as 2027-01-15 for what depends on the plan");
        }
        if (touchpoint.validFrom() != null
                && touchpoint.validUntil() != null
                && touchpoint.validUntil().isBefore(touchpoint.validFrom())) {
            throw new RefusalException(field + "validUntil", "is before validFrom");
        }
        if (touchpoint.price() != null) {
            requireCurrency(field + "price.currency", touchpoint.price().currency());
        }
    }

    /** @throws Refusal naming the field where ISO 4217 has no such currency */
    public static void requireCurrency(String field, String code) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        if (!known) {
            throw new RefusalException(field, "is no currency of ISO 4217: " + code);
        }
    }

    private static CampaignRequest.Touchpoint withId(CampaignRequest.Touchpoint touchpoint, String id) {
        return new CampaignRequest.Touchpoint(
                touchpoint.channel(),
                touchpoint.message(),
                touchpoint.offer(),
                touchpoint.goLive(),
                id,
                touchpoint.subject(),
                touchpoint.price(),
                touchpoint.validFrom(),
                touchpoint.validUntil(),
                touchpoint.claims(),
                touchpoint.dependsOn());
    }
}
