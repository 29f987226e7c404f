package dev.convergence.retention;

import dev.convergence.engine.history.HistoryProperties;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When the engine removes what ran beside a campaign, under its key: together with the campaign, never while it runs. The
 * engine writes the times itself, as a batch in the background.
 */
@Component
class RemovalTimeService {

    private static final int MOST = 500;

    /** A campaign of this key that runs. */
    private static final String RUNNING =
            """
            exists (select 1 from cc_campaign_key k join act_hi_procinst c on c.id_ = k.process_instance_id
            where k.campaign_key = i.business_key_ and c.end_time_ is null)""";

    private static final String WITHOUT_TIME =
            """
            select i.id_, (select max(r.removed_from) from cc_campaign_record r where r.campaign_key = i.business_key_)
            from act_hi_procinst i
            where i.id_ = i.root_proc_inst_id_ and i.end_time_ is not null and i.removal_time_ is null
            and not\s"""
                    + RUNNING + " fetch first ? rows only";

    /** Written by an earlier version, which counted from the start. */
    private static final String TOO_EARLY =
            """
            select i.id_ from act_hi_procinst i
            where i.id_ = i.root_proc_inst_id_ and i.removal_time_ is not null
            and (i.end_time_ is null or\s"""
                    + RUNNING + ") fetch first ? rows only";

    private final JdbcClient jdbc;
    private final HistoryService history;
    private final ManagementService management;
    private final HistoryProperties kept;
    private final Clock clock;

    RemovalTimeService(
            JdbcClient jdbc,
            HistoryService history,
            ManagementService management,
            HistoryProperties kept,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.management = management;
        this.kept = kept;
        this.clock = clock;
    }

    private record Ended(String id, Optional<Instant> removedFrom) {

        static Ended of(ResultSet row, int number) throws SQLException {
            return new Ended(row.getString(1), Optional.ofNullable(StoredTimeConverter.at(row, 2)));
        }
    }

    /**
     * Of at most 500 process instances each; waits for the engine to be done with those before.
     *
     * @return whether nothing that still runs, or ran beside what does, has a time
     */
    boolean putRight() {
        List<String> tooEarly =
                jdbc.sql(TOO_EARLY).param(MOST).query(String.class).list();
        if (!isAtWork()) {
            clear(tooEarly);
            set(jdbc.sql(WITHOUT_TIME).param(MOST).query(Ended::of).list());
        }
        return tooEarly.isEmpty();
    }

    private boolean isAtWork() {
        return management
                        .createBatchQuery()
                        .type(Batch.TYPE_PROCESS_SET_REMOVAL_TIME)
                        .count()
                > 0;
    }

    private void clear(List<String> ids) {
        if (!ids.isEmpty()) {
            history.setRemovalTimeToHistoricProcessInstances()
                    .clearedRemovalTime()
                    .byIds(ids.toArray(String[]::new))
                    .hierarchical()
                    .executeAsync();
        }
    }

    private void set(List<Ended> ended) {
        Instant otherwise = clock.instant().plus(kept.campaigns());
        Map<Instant, List<String>> byTime = ended.stream()
                .collect(Collectors.groupingBy(
                        instance -> instance.removedFrom().orElse(otherwise),
                        Collectors.mapping(Ended::id, Collectors.toList())));
        byTime.forEach((time, ids) -> history.setRemovalTimeToHistoricProcessInstances()
                .absoluteRemovalTime(Date.from(time))
                .byIds(ids.toArray(String[]::new))
                .hierarchical()
                .executeAsync());
    }
}
