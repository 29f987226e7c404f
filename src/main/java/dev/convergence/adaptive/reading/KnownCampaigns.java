package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.problem.NotFound;
import dev.convergence.problem.TooLate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether there is a campaign of a key, adaptive or not. */
@Component
class KnownCampaigns {

    private final AdaptiveCampaigns adaptive;
    private final JdbcClient jdbc;

    KnownCampaigns(AdaptiveCampaigns adaptive, JdbcClient jdbc) {
        this.adaptive = adaptive;
        this.jdbc = jdbc;
    }

    /** @throws NotFound where there is none */
    void require(String key) {
        if (adaptive.find(key).isEmpty() && !isTaken(key)) {
            throw new NotFound("Campaign", key);
        }
    }

    /**
     * Why a campaign takes no readings.
     *
     * @param campaign null where it was never live
     */
    RuntimeException whyNot(String key, AdaptiveCampaign campaign) {
        if (campaign != null) {
            return new TooLate("Campaign " + key + " takes no more readings: it is over.");
        }
        return isTaken(key)
                ? new TooLate("Campaign " + key + " takes no readings: it is not live, or not adaptive.")
                : new NotFound("Campaign", key);
    }

    private boolean isTaken(String key) {
        return jdbc.sql("select count(*) from cc_campaign_key where campaign_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
