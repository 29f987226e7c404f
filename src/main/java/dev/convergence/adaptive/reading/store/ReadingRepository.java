package dev.convergence.adaptive.reading.store;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every reading that came, with its verdict; copies are counted at their source alone. Rows are only ever added. */
@Component
public class ReadingRepository {

    private static final String SELECT =
            """
            select r.campaign_key, r.source, r.reading_id, r.verdict, r.metric, r.channel, r.reading_value, r.observed_at
            from unnest(%s) as asked (campaign_key, source, reading_id)
            join cc_reading r on r.campaign_key = asked.campaign_key and r.reading_id = asked.reading_id and """
                    .formatted(SqlArrayFormatter.arrays(3));

    private static final String OF_ITS_SOURCE = SELECT + " r.source = asked.source";
    private static final String OF_NO_SOURCE = SELECT + " r.source is null";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReadingRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of these that are stored: one query, and one more where some name no source. */
    public DuplicateReadingDetector known(Collection<DuplicateReadingDetector.Key> keys) {
        Map<DuplicateReadingDetector.Key, DuplicateReadingDetector.First> firsts = new HashMap<>();
        Map<Boolean, List<DuplicateReadingDetector.Key>> bySource =
                keys.stream().collect(Collectors.partitioningBy(key -> key.source() != null));
        read(OF_ITS_SOURCE, bySource.get(true), firsts);
        read(OF_NO_SOURCE, bySource.get(false), firsts);
        return new DuplicateReadingDetector(firsts);
    }

    private void read(
            String sql,
            List<DuplicateReadingDetector.Key> keys,
            Map<DuplicateReadingDetector.Key, DuplicateReadingDetector.First> firsts) {
        if (!keys.isEmpty()) {
            batches.query(
                    sql,
                    row -> {
                        firsts.put(
                                new DuplicateReadingDetector.Key(row.getString(1), row.getString(2), row.getString(3)),
                                first(row));
                    },
                    SqlArrayFormatter.of(keys, DuplicateReadingDetector.Key::campaign),
                    SqlArrayFormatter.of(keys, DuplicateReadingDetector.Key::source),
                    SqlArrayFormatter.of(keys, DuplicateReadingDetector.Key::id));
        }
    }

    private static DuplicateReadingDetector.First first(ResultSet row) throws SQLException {
        return new DuplicateReadingDetector.First(
                verdict(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getBigDecimal(7),
                StoredTimeConverter.at(row, 8));
    }

    /** A copy of a reading whose verdict cannot be read is a copy all the same. */
    private static Verdict verdict(String stored) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(stored))
                .findFirst()
                .orElse(Verdict.REJECTED);
    }

    /** A reading of a campaign, to be stored. */
    public record Row(String campaign, StoredReading reading) {}

    /** One batch. */
    public void store(List<Row> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    """
                    insert into cc_reading (campaign_key, source, reading_id, metric, channel, reading_value,
                    observed_at, received_at, verdict, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    rows.stream()
                            .map(row -> cells(row.campaign(), row.reading()))
                            .toList());
        }
    }

    private static Object[] cells(String campaign, StoredReading reading) {
        return new Object[] {
            campaign,
            reading.source(),
            reading.id(),
            reading.metric(),
            reading.channel(),
            reading.value(),
            stored(reading.observedAt()),
            stored(reading.receivedAt()),
            reading.verdict().name(),
            reading.reason()
        };
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment == null ? null : StoredTimeConverter.of(moment);
    }

    /** What is asked for; whatever is null does not matter. */
    public record Filter(String metric, String channel, Instant from, Instant to, Verdict verdict) {}

    /** Those that came last, the newest first. */
    public Page<StoredReading> latest(String campaign, Filter filter, PageRequest page) {
        List<StoredReading> readings = RowReader.rows(
                "reading",
                matching(
                                """
                        select reading_id, source, metric, channel, reading_value, observed_at, received_at, verdict, reason
                        """,
                                campaign,
                                filter,
                                "order by sequence_no desc offset :first rows fetch next :max rows only")
                        .param("first", page.first())
                        .param("max", page.max()),
                ReadingRepository::reading);
        long total = matching("select count(*) ", campaign, filter, "")
                .query(Long.class)
                .single();
        return new Page<>(readings, total);
    }

    private JdbcClient.StatementSpec matching(String select, String campaign, Filter filter, String order) {
        return jdbc.sql(select
                        + """
                        from cc_reading where campaign_key = :campaign
                        and (cast(:metric as varchar) is null or metric = :metric)
                        and (cast(:channel as varchar) is null or channel = :channel)
                        and (cast(:from as timestamp with time zone) is null or observed_at >= :from)
                        and (cast(:to as timestamp with time zone) is null or observed_at < :to)
                        and (cast(:verdict as varchar) is null or verdict = :verdict)
                        """
                        + order)
                .param("campaign", campaign)
                .param("metric", filter.metric())
                .param("channel", filter.channel())
                .param("from", stored(filter.from()))
                .param("to", stored(filter.to()))
                .param(
                        "verdict",
                        filter.verdict() == null ? null : filter.verdict().name());
    }

    private static StoredReading reading(ResultSet row) throws SQLException {
        return new StoredReading(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                StoredTimeConverter.at(row, 6),
                StoredTimeConverter.at(row, 7),
                Verdict.valueOf(row.getString(8)),
                row.getString(9));
    }
}
