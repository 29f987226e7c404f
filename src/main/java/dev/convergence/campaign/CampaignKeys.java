package dev.convergence.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One campaign per key, for ever, however many ask at the same moment: the database decides. */
@Component
class CampaignKeys {

    private final JdbcClient jdbc;

    CampaignKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives a campaign its key, which no other will have.
     *
     * @throws CampaignKeyTaken when the key is in use
     */
    void reserve(String key, DelegateExecution campaign) {
        try {
            jdbc.sql("insert into cc_campaign_key (campaign_key, process_instance_id) values (?, ?)")
                    .params(key, campaign.getProcessInstanceId())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new CampaignKeyTaken(key);
        }
        if (campaign.getProcessBusinessKey() == null) {
            campaign.setProcessBusinessKey(key);
        }
    }
}
