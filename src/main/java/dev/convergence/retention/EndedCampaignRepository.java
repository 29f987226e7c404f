package dev.convergence.retention;

import dev.convergence.engine.history.HistoryProperties;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns that are over, found by their keys. */
@Component
class EndedCampaignRepository {

    private static final String UNRECORDED =
            """
            select k.process_instance_id from cc_campaign_key k
            join act_hi_procinst c on c.id_ = k.process_instance_id and c.end_time_ is not null
            where not exists (select 1 from cc_campaign_record r where r.instance_id = k.process_instance_id)
            order by c.end_time_ fetch first ? rows only""";

    /** Those of which somebody has removed the history by hand included. */
    private static final String DUE =
            """
            select k.campaign_key from cc_campaign_key k
            left join cc_campaign_record r on r.instance_id = k.process_instance_id
            where (r.removed_from <= ? or r.instance_id is null
                and not exists (select 1 from act_hi_procinst c where c.id_ = k.process_instance_id))
            and not exists (select 1 from act_ru_execution e where e.business_key_ = k.campaign_key)
            and not exists (select 1 from cc_message m join act_ru_execution e on e.business_key_ = m.batch_id
                where m.campaign_key = k.campaign_key)
            and not exists (select 1 from cc_event v join act_ru_execution e on e.business_key_ = v.dispatch_id
                where v.campaign_key = k.campaign_key)
            order by r.removed_from fetch first ? rows only""";

    private final JdbcClient jdbc;
    private final HistoryService history;
    private final HistoryProperties kept;

    EndedCampaignRepository(JdbcClient jdbc, HistoryService history, HistoryProperties kept) {
        this.jdbc = jdbc;
        this.history = history;
        this.kept = kept;
    }

    /** Those that nobody has recorded yet, the oldest first. */
    List<EndedCampaign> unrecorded(int most) {
        List<String> ids = jdbc.sql(UNRECORDED).param(most).query(String.class).list();
        return ids.isEmpty()
                ? List.of()
                : history.createHistoricProcessInstanceQuery().processInstanceIds(Set.copyOf(ids)).list().stream()
                        .map(this::ended)
                        .toList();
    }

    private EndedCampaign ended(HistoricProcessInstance campaign) {
        Instant end = campaign.getEndTime().toInstant();
        return new EndedCampaign(
                campaign.getId(),
                campaign.getBusinessKey(),
                campaign.getStartTime().toInstant(),
                end,
                Optional.ofNullable(campaign.getRemovalTime())
                        .map(Date::toInstant)
                        .orElseGet(() -> end.plus(kept.campaigns())));
    }

    /** The keys of campaigns that are to be removed by now, and under which nothing runs or is to be sent any more. */
    List<String> due(Instant now, int most) {
        return jdbc.sql(DUE)
                .params(StoredTimeConverter.of(now), most)
                .query(String.class)
                .list();
    }
}
