package dev.convergence.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What several teams of one campaign must not do at the same moment, on whatever node. */
@Component
public class CampaignLock {

    private final JdbcClient jdbc;

    CampaignLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the end of the transaction nobody else holds the lock of this campaign. A process that runs outside of any
     * campaign has nobody to wait for.
     *
     * @return whether there is a campaign of this key
     */
    public boolean hold(String campaignKey) {
        return jdbc.sql("select campaign_key from cc_campaign_key where campaign_key = ? for update")
                .param(campaignKey)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
