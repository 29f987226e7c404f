package dev.convergence.context;

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
     * Until the end of the transaction nobody else holds the lock of this campaign. What nobody has registered as a
     * campaign shares one lock.
     */
    public void hold(String campaignKey) {
        boolean registered = jdbc.sql("select campaign_key from cc_campaign_key where campaign_key = ? for update")
                .param(campaignKey)
                .query(String.class)
                .optional()
                .isPresent();
        if (!registered) {
            jdbc.sql("select id from cc_campaign_lock where id = 1 for update")
                    .query(Integer.class)
                    .single();
        }
    }
}
