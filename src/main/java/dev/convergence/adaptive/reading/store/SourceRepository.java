package dev.convergence.adaptive.reading.store;

import dev.convergence.adaptive.source.state.SuspensionReason;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sources of campaigns as they are stored. */
@Component
public class SourceRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SourceRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Of some campaigns: one query. */
    public Map<SourceState.Key, SourceState> of(Collection<String> campaigns) {
        Map<SourceState.Key, SourceState> states = new HashMap<>();
        jdbc.sql(
                        """
                        select campaign_key, source, last_heard_at, suspended_at, good_since, doubted_at, suspended_as,
                            silent, watched
                        from cc_source where campaign_key in (:campaigns)""")
                .param("campaigns", campaigns)
                .query(row -> {
                    SourceState state = state(row);
                    states.put(state.key(), state);
                });
        return states;
    }

    private static SourceState state(ResultSet row) throws SQLException {
        return SourceState.stored(
                        new SourceState.Key(row.getString(1), row.getString(2)),
                        StoredTimeConverter.at(row, 3),
                        StoredTimeConverter.at(row, 4),
                        row.getInt(5),
                        StoredTimeConverter.at(row, 6))
                .suspendedAs(SuspensionReason.stored(row.getString(7)))
                .silent(row.getBoolean(8))
                .watched(row.getBoolean(9));
    }

    /** One batch for what is new, one for what has changed. */
    public void store(Collection<SourceState> states) {
        Map<Boolean, List<Object[]>> rows = states.stream()
                .filter(SourceState::isChanged)
                .collect(Collectors.partitioningBy(
                        SourceState::isStored, Collectors.mapping(SourceRepository::row, Collectors.toList())));
        write(
                """
                update cc_source set last_heard_at = ?, suspended_at = ?, good_since = ?, doubted_at = ?,
                silent = ?, watched = ?,
                applied = applied + ?, duplicate = duplicate + ?, stale = stale + ?, rejected = rejected + ?
                where campaign_key = ? and source = ?""",
                rows.get(true));
        write(
                """
                insert into cc_source (last_heard_at, suspended_at, good_since, doubted_at, silent, watched,
                applied, duplicate, stale, rejected, campaign_key, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows.get(false));
    }

    private void write(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }

    private static Object[] row(SourceState state) {
        return new Object[] {
            stored(state.lastHeardAt()),
            stored(state.suspendedAt()),
            state.goodSince(),
            stored(state.doubtedAt()),
            state.isSilent(),
            state.isWatched(),
            state.counted(Verdict.APPLIED),
            state.counted(Verdict.DUPLICATE),
            state.counted(Verdict.STALE),
            state.counted(Verdict.REJECTED),
            state.key().campaign(),
            state.key().id()
        };
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment == null ? null : StoredTimeConverter.of(moment);
    }

    /** What is shown of one source. */
    record Row(
            String source,
            Instant lastHeardAt,
            Instant suspendedAt,
            Instant doubtedAt,
            long applied,
            long duplicate,
            long stale,
            long rejected) {}

    List<Row> rows(String campaign) {
        return RowReader.rows(
                "source",
                jdbc.sql(
                                """
                        select source, last_heard_at, suspended_at, doubted_at, applied, duplicate, stale, rejected
                        from cc_source where campaign_key = ? order by source""")
                        .param(campaign),
                row -> new Row(
                        row.getString(1),
                        StoredTimeConverter.at(row, 2),
                        StoredTimeConverter.at(row, 3),
                        StoredTimeConverter.at(row, 4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)));
    }
}
