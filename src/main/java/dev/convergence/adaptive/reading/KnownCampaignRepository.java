package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether there is a campaign of a key, adaptive or not. */
@Component
class KnownCampaignRepository {

    private final AdaptiveCampaignRepository adaptive;
    private final JdbcClient jdbc;

    KnownCampaignRepository(AdaptiveCampaignRepository adaptive, JdbcClient jdbc) {
        this.adaptive = adaptive;
        this.jdbc = jdbc;
    }

    /** @throws NotFound where there is none */
    void require(String key) {
        if (adaptive.find(key).isEmpty() && !isTaken(key)) {
            throw new NotFoundException("Campaign", key);
        }
    }

    /**
     * Why a campaign takes no readings.
     *
     * @param campaign null where it was never live
     */
    RuntimeException whyNot(String key, AdaptiveCampaign campaign) {
        if (campaign != null) {
            return new TooLateException("Campaign " + key + " takes no more readings: it is over.");
        }
        return isTaken(key)
                ? new TooLateException("Campaign " + key + " takes no readings: it is not live, or not adaptive.")
                : new NotFoundException("Campaign", key);
    }

    private boolean isTaken(String key) {
        return jdbc.sql("select count(*) from cc_campaign_key where campaign_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
