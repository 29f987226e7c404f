package dev.convergence.adaptive.source.state;

import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the sources of campaigns do. Whoever changes it holds the campaign's lock. */
@Component
public class WatchedSourceRepository {

    private final JdbcClient jdbc;

    WatchedSourceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the source was never heard of in this campaign. */
    Optional<WatchedSource> find(String campaign, String source) {
        return jdbc.sql(
                        """
                        select source, last_heard_at, suspended_at, suspended_as, good_since,
                            applied, duplicate, stale, rejected
                        from cc_source where campaign_key = ? and source = ?""")
                .params(campaign, source)
                .query((row, number) -> state(row))
                .optional();
    }

    /** What a person has stopped stays so, but has to be asked for anew. */
    void fallSilent(String campaign, String source, Instant at) {
        ensure(campaign, source);
        jdbc.sql(
                        """
                        update cc_source set suspended_at = coalesce(suspended_at, ?),
                            suspended_as = case suspended_as when 'KEPT' then 'STOPPED' else coalesce(suspended_as, ?) end,
                            good_since = 0, silent = true
                        where campaign_key = ? and source = ?""")
                .params(StoredTimeConverter.of(at), SuspensionReason.SILENT.name(), campaign, source)
                .update();
    }

    void suspend(String campaign, String source, SuspensionReason suspensionReason, Instant at) {
        ensure(campaign, source);
        jdbc.sql(
                        """
                        update cc_source set suspended_at = coalesce(suspended_at, ?), suspended_as = ?, good_since = 0
                        where campaign_key = ? and source = ?""")
                .params(StoredTimeConverter.of(at), suspensionReason.name(), campaign, source)
                .update();
    }

    void release(String campaign, String source) {
        jdbc.sql(
                        """
                        update cc_source set suspended_at = null, suspended_as = null, silent = false
                        where campaign_key = ? and source = ?""")
                .params(campaign, source)
                .update();
    }

    /** Its watch is over, since it is a source no more. Should it be one again, its next reading begins another. */
    public void leave(String campaign, String source) {
        jdbc.sql("update cc_source set watched = false where campaign_key = ? and source = ?")
                .params(campaign, source)
                .update();
    }

    /** The next bad reading asks again. */
    public void endDoubt(String campaign, String source) {
        jdbc.sql("update cc_source set doubted_at = null where campaign_key = ? and source = ?")
                .params(campaign, source)
                .update();
    }

    private void ensure(String campaign, String source) {
        if (find(campaign, source).isEmpty()) {
            add(campaign, source);
        }
    }

    void add(String campaign, String source) {
        jdbc.sql("insert into cc_source (campaign_key, source) values (?, ?)")
                .params(campaign, source)
                .update();
    }

    private static WatchedSource state(ResultSet row) throws SQLException {
        Instant suspendedAt = StoredTimeConverter.at(row, 3);
        return new WatchedSource(
                row.getString(1),
                StoredTimeConverter.at(row, 2),
                suspendedAt,
                suspendedAt == null ? null : SuspensionReason.stored(row.getString(4)),
                row.getInt(5),
                new WatchedSource.Counts(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)));
    }
}
