package dev.convergence.adaptive.view;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The readings of a campaign as series, thinned out in the database: one row for each point. */
@Component
class ReadingSeriesRepository {

    private static final int MOST_DOUBTED = 500;
    private static final int SCALE = 6;

    private static final String POINTS =
            """
            select source, metric, channel, max(observed_at), avg(reading_value), min(reading_value),
            max(reading_value), count(*)
            from (select source, metric, channel, observed_at, reading_value,
                  floor(extract(epoch from observed_at) / :width) as place
                  from cc_reading
                  where campaign_key = :campaign and observed_at between :from and :to and verdict = 'APPLIED') reading
            group by source, metric, channel, place
            order by metric, channel, source, place""";

    private static final String DOUBTED =
            """
            select metric, channel, source, observed_at, reading_value, verdict, reason from cc_reading
            where campaign_key = ? and observed_at between ? and ? and verdict in ('STALE', 'REJECTED')
            and metric is not null and channel is not null and reading_value is not null
            order by observed_at desc, sequence_no desc limit ?""";

    private final JdbcClient jdbc;

    ReadingSeriesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Name(String metric, String channel, String source) {}

    /** The readings that count, at most {@value Resolution#MOST_POINTS} points a series. */
    List<MetricsView.Series> of(String campaign, Instant from, Instant to) {
        Map<Name, List<MetricsView.Point>> series = new LinkedHashMap<>();
        RowReader.rows(
                        "readings of source",
                        jdbc.sql(POINTS)
                                .param("width", SeriesResolution.of(from, to).seconds())
                                .param("campaign", campaign)
                                .param("from", StoredTimeConverter.of(from))
                                .param("to", StoredTimeConverter.of(to)),
                        row -> Map.entry(name(row), point(row)))
                .forEach(one -> series.computeIfAbsent(one.getKey(), first -> new ArrayList<>())
                        .add(one.getValue()));
        return series.entrySet().stream()
                .map(one -> new MetricsView.Series(
                        one.getKey().metric(),
                        one.getKey().channel(),
                        one.getKey().source(),
                        one.getValue()))
                .toList();
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(
                Objects.requireNonNull(row.getString(2), "has no metric"),
                Objects.requireNonNull(row.getString(3), "has no channel"),
                row.getString(1));
    }

    private static MetricsView.Point point(ResultSet row) throws SQLException {
        return new MetricsView.Point(
                StoredTimeConverter.at(row, 4), value(row, 5), value(row, 6), value(row, 7), row.getLong(8));
    }

    private static BigDecimal value(ResultSet row, int column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column).setScale(SCALE, RoundingMode.HALF_UP);
        return value.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    /** The readings that do not count but can be drawn, the latest first; at most 500. */
    List<MetricsView.Doubted> doubted(String campaign, Instant from, Instant to) {
        return RowReader.rows(
                "doubted reading of metric",
                jdbc.sql(DOUBTED)
                        .params(campaign, StoredTimeConverter.of(from), StoredTimeConverter.of(to), MOST_DOUBTED),
                row -> new MetricsView.Doubted(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        StoredTimeConverter.at(row, 4),
                        value(row, 5),
                        row.getString(6),
                        row.getString(7)));
    }
}
