package dev.convergence.retention;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what our tables have of campaigns whose time is over. The engine removes its own by the removal time. Each batch
 * is committed by itself; what a node does not come to, the next run goes on with.
 */
@Component
class CampaignRemovalService {

    private static final int MOST_CAMPAIGNS = 100;
    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 50;

    private final EndedCampaignRepository campaigns;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignRemovalService(EndedCampaignRepository campaigns, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of a bounded number of campaigns, and no more than a bounded number of rows. */
    void removeDue() {
        int left = MOST_BATCHES;
        for (String campaign : campaigns.due(clock.instant(), MOST_CAMPAIGNS)) {
            left = remove(campaign, left);
        }
    }

    /** @return how many batches are left; the campaign's key stays where there is none */
    private int remove(String campaign, int batches) {
        int left = batches;
        for (OwnTable table : OwnTableCatalog.withCampaign()) {
            int removed = BATCH;
            while (removed == BATCH && left > 0) {
                removed = jdbc.sql(table.removal()).params(campaign, BATCH).update();
                left--;
            }
        }
        return left;
    }
}
