package dev.convergence.adaptive.action;

import dev.convergence.adaptive.platform.AdPlatform;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the ad platform with which budgets a campaign goes live, in a job of its own. */
@Component
public class PlatformOpening {

    private final Budgets budgets;
    private final AdPlatform ads;

    PlatformOpening(Budgets budgets, AdPlatform ads) {
        this.budgets = budgets;
        this.ads = ads;
    }

    /**
     * Each attempt carries the same key, and the platform takes it once.
     *
     * @throws RuntimeException naming the platform and the reason, where it does not say yes
     */
    public void open(String campaign) {
        ads.open(new AdPlatform.Opening(key(campaign), campaign, budgets.of(campaign)));
    }

    private static String key(String campaign) {
        return UUID.nameUUIDFromBytes(("open " + campaign).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
