package dev.convergence.adaptive.action.dispatch;

import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.ChannelBudget;
import dev.convergence.adaptive.platform.AdPlatform;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the ad platform with which budgets a campaign goes live, in a job of its own. */
@Component
public class OpeningBudgetDispatcher {

    private final BudgetRepository budgets;
    private final AdPlatform ads;

    OpeningBudgetDispatcher(BudgetRepository budgets, AdPlatform ads) {
        this.budgets = budgets;
        this.ads = ads;
    }

    /**
     * Each attempt carries the same key, and the platform takes it once.
     *
     * @return when to try again, where the platform is busy
     * @throws RuntimeException naming the platform and the reason, where it does not say yes
     */
    public Optional<Instant> open(String campaign) {
        return ads.open(new AdPlatform.Opening(key(campaign), 0, campaign, planned(campaign)))
                .tryAgainAt();
    }

    /** What the brief gave: what has moved by now is told as a move. */
    private Map<String, BigDecimal> planned(String campaign) {
        return budgets.channels(campaign).stream()
                .collect(Collectors.toMap(
                        ChannelBudget::channel, ChannelBudget::planned, (one, other) -> one, TreeMap::new));
    }

    private static String key(String campaign) {
        return UUID.nameUUIDFromBytes(("open " + campaign).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
