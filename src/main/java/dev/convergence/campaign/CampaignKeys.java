package dev.convergence.campaign;

import dev.convergence.engine.InstanceOrigins;
import dev.convergence.engine.SystemAuthority;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One campaign per key until it is removed, however many ask at the same moment: the database decides. */
@Component
class CampaignKeys {

    private final JdbcClient jdbc;
    private final InstanceOrigins origins;
    private final SystemAuthority system;

    CampaignKeys(JdbcClient jdbc, InstanceOrigins origins, SystemAuthority system) {
        this.jdbc = jdbc;
        this.origins = origins;
        this.system = system;
    }

    /**
     * Gives a campaign its key, which no other has as long as anything of it is kept.
     *
     * @throws CampaignKeyTaken when the key is in use, by another campaign or by a process that is none
     */
    void reserve(String key, DelegateExecution campaign) {
        if (system.call(() -> origins.isCarriedByOthers(key, campaign))) {
            throw new CampaignKeyTaken(key);
        }
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

    /** The process instance that has this key, however many others carry it as their business key; empty where none has. */
    Optional<String> instance(String key) {
        return jdbc.sql("select process_instance_id from cc_campaign_key where campaign_key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Those of these process instances that have a key. */
    Set<String> among(Collection<String> instances) {
        return instances.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("select process_instance_id from cc_campaign_key where process_instance_id in (:ids)")
                                .param("ids", instances)
                                .query(String.class)
                                .list());
    }
}
