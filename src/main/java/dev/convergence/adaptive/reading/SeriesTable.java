package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.rule.Series;
import dev.convergence.engine.StoredTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The recent past of series as it is stored. */
@Component
class SeriesTable {

    private static final String SELECT =
            """
            select s.campaign_key, s.source, s.metric, s.channel, s.last_observed_at, s.recent
            from unnest(%s) as asked (campaign_key, source, metric, channel)
            join cc_series s on s.campaign_key = asked.campaign_key and s.source = asked.source
            and s.metric = asked.metric and s.channel = asked.channel"""
                    .formatted(Texts.arrays(4));

    private final JdbcTemplate jdbc;

    SeriesTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have a row: one query. */
    Map<Series, SeriesState> of(Collection<Series> asked) {
        Map<Series, SeriesState> states = new HashMap<>();
        if (!asked.isEmpty()) {
            jdbc.query(
                    SELECT,
                    row -> {
                        states.put(
                                new Series(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                                new SeriesState(
                                        true, false, StoredTime.at(row, 5), RecentReadings.read(row.getString(6))));
                    },
                    Texts.of(asked, Series::campaign),
                    Texts.of(asked, Series::source),
                    Texts.of(asked, Series::metric),
                    Texts.of(asked, Series::channel));
        }
        return states;
    }

    /** One batch for what is new, one for what has changed. */
    void store(Map<Series, SeriesState> states) {
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

    private static Object[] row(Series series, SeriesState state) {
        return new Object[] {
            StoredTime.of(state.lastObserved()),
            RecentReadings.written(state.recent()),
            series.campaign(),
            series.source(),
            series.metric(),
            series.channel()
        };
    }
}
