package dev.convergence.feed;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.EngineTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the syncs of campaigns passed: one statement over what the engine keeps in three tables, and one look at them,
 * so that no sync is missed that goes on from its timer to its task meanwhile.
 */
@Component
class SyncActivityRepository {

    private final JdbcClient jdbc;

    SyncActivityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that wait now or have ended since, in the order in which each block passed them; cancelled ones are left out. */
    List<SyncActivity> of(Collection<String> campaigns, Instant since) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        return RowReader.rows(
                "sync",
                jdbc.sql(
                                """
                        select passed.id_, block.business_key_, passed.proc_inst_id_, passed.act_id_,
                        passed.start_time_, passed.end_time_, timer.duedate_, passed.task_id_
                        from act_hi_procinst block
                        join act_hi_actinst passed
                        on passed.proc_inst_id_ = block.proc_inst_id_ and passed.act_id_ in (:steps)
                        left join act_ru_job timer
                        on timer.execution_id_ = passed.execution_id_ and passed.end_time_ is null and timer.type_ = 'timer'
                        where block.business_key_ in (:campaigns)
                        and (passed.end_time_ is null or passed.end_time_ >= :since)
                        and (passed.act_inst_state_ is null or passed.act_inst_state_ <> 2)
                        order by passed.proc_inst_id_, passed.sequence_counter_""")
                        .param("steps", SyncActivity.Step.activityIds())
                        .param("campaigns", campaigns)
                        .param("since", Timestamp.from(since)),
                SyncActivityRepository::activity);
    }

    private static SyncActivity activity(ResultSet row) throws SQLException {
        return new SyncActivity(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                SyncActivity.Step.of(row.getString(4)),
                row.getTimestamp(5).toInstant(),
                Optional.ofNullable(EngineTimeConverter.instant(row.getTimestamp(6))),
                Optional.ofNullable(EngineTimeConverter.instant(row.getTimestamp(7))),
                Optional.ofNullable(row.getString(8)));
    }
}
