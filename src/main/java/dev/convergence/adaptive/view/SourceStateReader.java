package dev.convergence.adaptive.view;

import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a campaign's readings come from, and how each source does. */
@Component
class SourceStateReader {

    private final JdbcClient jdbc;
    private final ObjectProvider<SourceCatalog> sources;

    SourceStateReader(JdbcClient jdbc, ObjectProvider<SourceCatalog> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** In the order of their ids. */
    List<MetricsView.SourceState> of(String campaign) {
        return RowReader.rows(
                "source",
                jdbc.sql(
                                """
                        select source, last_heard_at, suspended_at, doubted_at, applied, duplicate, stale, rejected
                        from cc_source where campaign_key = ? order by source""")
                        .param(campaign),
                this::state);
    }

    private MetricsView.SourceState state(ResultSet row) throws SQLException {
        String id = row.getString(1);
        Optional<SourceCatalog.Source> known =
                Optional.ofNullable(sources.getIfAvailable()).flatMap(all -> all.find(id));
        return new MetricsView.SourceState(
                id,
                known.map(SourceCatalog.Source::name).orElse(id),
                known.map(SourceCatalog.Source::owner).orElse(null),
                StoredTimeConverter.at(row, 2),
                StoredTimeConverter.at(row, 3),
                StoredTimeConverter.at(row, 4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }
}
