package dev.convergence.campaign.request;

import dev.convergence.engine.identity.InstanceOriginResolver;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One campaign per key until it is removed, however many ask at the same moment: the database decides. */
@Component
public class CampaignKeyRepository {

    private static final String RECORDED =
            " from cc_campaign_key k join act_hi_procinst campaign on campaign.id_ = k.process_instance_id";

    private final JdbcClient jdbc;
    private final InstanceOriginResolver origins;
    private final SystemAuthority system;

    CampaignKeyRepository(JdbcClient jdbc, InstanceOriginResolver origins, SystemAuthority system) {
        this.jdbc = jdbc;
        this.origins = origins;
        this.system = system;
    }

    /**
     * Gives a campaign its key, which no other has as long as anything of it is kept.
     *
     * @throws CampaignKeyTaken when the key is in use, by another campaign or by a process that is none
     */
    public void reserve(String key, DelegateExecution campaign) {
        if (system.call(() -> origins.isCarriedByOthers(key, campaign))) {
            throw new CampaignKeyTakenException(key);
        }
        try {
            jdbc.sql("insert into cc_campaign_key (campaign_key, process_instance_id) values (?, ?)")
                    .params(key, campaign.getProcessInstanceId())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new CampaignKeyTakenException(key);
        }
        if (campaign.getProcessBusinessKey() == null) {
            campaign.setProcessBusinessKey(key);
        }
    }

    /** The process instance that has this key, however many others carry it as their business key; empty where none has. */
    public Optional<String> instance(String key) {
        return jdbc.sql("select process_instance_id from cc_campaign_key where campaign_key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** A page of the process instances that have a key and are still in the engine's history, the newest first. */
    public Page<String> instances(PageRequest page) {
        List<String> instances = jdbc.sql(
                        "select campaign.id_" + RECORDED + " order by campaign.start_time_ desc, campaign.id_ desc"
                                + " offset :first rows fetch next :max rows only")
                .param("first", page.first())
                .param("max", page.max())
                .query(String.class)
                .list();
        return new Page<>(
                instances,
                jdbc.sql("select count(*)" + RECORDED).query(Long.class).single());
    }
}
