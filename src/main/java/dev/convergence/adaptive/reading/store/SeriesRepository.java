package dev.convergence.adaptive.reading.store;

import dev.convergence.adaptive.rule.MetricSeries;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The recent past of series as it is stored. */
@Component
public class SeriesRepository {

    private static final String SELECT =
            """
            select s.campaign_key, s.source, s.metric, s.channel, s.last_observed_at, s.recent
            from unnest(%s) as asked (campaign_key, source, metric, channel)
            join cc_series s on s.campaign_key = asked.campaign_key and s.source = asked.source
            and s.metric = asked.metric and s.channel = asked.channel"""
                    .formatted(SqlArrayFormatter.arrays(4));

    private final JdbcTemplate jdbc;

    SeriesRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have a row: one query. */
    public Map<MetricSeries, SeriesState> of(Collection<MetricSeries> asked) {
        Map<MetricSeries, SeriesState> states = new HashMap<>();
        if (!asked.isEmpty()) {
            jdbc.query(
                    SELECT,
                    row -> {
                        states.put(
                                new MetricSeries(
                                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                                new SeriesState(
                                        true,
                                        false,
                                        StoredTimeConverter.at(row, 5),
                                        RecentReadingWindow.read(row.getString(6))));
                    },
                    SqlArrayFormatter.of(asked, MetricSeries::campaign),
                    SqlArrayFormatter.of(asked, MetricSeries::source),
                    SqlArrayFormatter.of(asked, MetricSeries::metric),
                    SqlArrayFormatter.of(asked, MetricSeries::channel));
        }
        return states;
    }

    /** One batch for what is new, one for what has changed. */
    public void store(Map<MetricSeries, SeriesState> states) {
        Map<Boolean, List<Object[]>> rows = states.entrySet().stream()
                .filter(entry -> entry.getValue().changed())
                .collect(Collectors.partitioningBy(
                        entry -> entry.getValue().stored(),
                        Collectors.mapping(entry -> row(entry.getKey(), entry.getValue()), Collectors.toList())));
        write(
                """
                update cc_series set last_observed_at = ?, recent = ?
                where campaign_key = ? and source = ? and metric = ? and channel = ?""",
                rows.get(true));
        write(
                """
                insert into cc_series (last_observed_at, recent, campaign_key, source, metric, channel)
                values (?, ?, ?, ?, ?, ?)""",
                rows.get(false));
    }

    private void write(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static Object[] row(MetricSeries metricSeries, SeriesState state) {
        return new Object[] {
            StoredTimeConverter.of(state.lastObserved()),
            RecentReadingWindow.written(state.recent()),
            metricSeries.campaign(),
            metricSeries.source(),
            metricSeries.metric(),
            metricSeries.channel()
        };
    }
}
