package dev.convergence.adaptive.view;

import dev.convergence.adaptive.source.Sources;
import dev.convergence.engine.RowReader;
import dev.convergence.engine.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a campaign's readings come from, and how each source does. */
@Component
class SourceStates {

    private final JdbcClient jdbc;
    private final ObjectProvider<Sources> sources;

    SourceStates(JdbcClient jdbc, ObjectProvider<Sources> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** In the order of their ids. */
    List<Metrics.SourceState> of(String campaign) {
        return RowReader.rows(
                "source",
                jdbc.sql(
                                """
                        select source, last_heard_at, suspended_at, doubted_at, applied, duplicate, stale, rejected
                        from cc_source where campaign_key = ? order by source""")
                        .param(campaign),
                this::state);
    }

    private Metrics.SourceState state(ResultSet row) throws SQLException {
        String id = row.getString(1);
        Optional<Sources.Source> known =
                Optional.ofNullable(sources.getIfAvailable()).flatMap(all -> all.find(id));
        return new Metrics.SourceState(
                id,
                known.map(Sources.Source::name).orElse(id),
                known.map(Sources.Source::owner).orElse(null),
                StoredTime.at(row, 2),
                StoredTime.at(row, 3),
                StoredTime.at(row, 4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }
}
