package dev.convergence.adaptive.source;

import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a source sent. */
@Component
public class SourceReadingRepository {

    private final JdbcClient jdbc;
    private final SourceCatalog sourceCatalog;

    SourceReadingRepository(JdbcClient jdbc, SourceCatalog sourceCatalog) {
        this.jdbc = jdbc;
        this.sourceCatalog = sourceCatalog;
    }

    /** The latest that no rule looked at, the newest first; of all sources that nobody knows for {@link SourceCatalog#UNKNOWN}. */
    List<UnusableReading> bad(String campaign, String source, int most) {
        boolean unknown = SourceCatalog.UNKNOWN.equals(source);
        return jdbc.sql(
                        """
                        select received_at, source, metric, channel, reading_value, verdict, reason from cc_reading
                        where campaign_key = :campaign and verdict in ('STALE', 'REJECTED') and %s
                        order by sequence_no desc limit :most"""
                                .formatted(unknown ? "(source is null or source not in (:known))" : "source = :source"))
                .param("campaign", campaign)
                .param(unknown ? "known" : "source", unknown ? known() : source)
                .param("most", most)
                .query((row, number) -> reading(row))
                .list();
    }

    /** What the source sent so far is no measure any more of what it sends, but what was observed before stays late. */
    public void forgetHistory(String campaign, String source) {
        jdbc.sql("update cc_series set recent = null where campaign_key = ? and source = ?")
                .params(campaign, source)
                .update();
    }

    /** Never an empty list, which SQL does not take. */
    private List<String> known() {
        return Stream.concat(Stream.of(""), sourceCatalog.all().stream().map(SourceCatalog.Source::id))
                .toList();
    }

    private static UnusableReading reading(ResultSet row) throws SQLException {
        return new UnusableReading(
                StoredTimeConverter.at(row, 1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7));
    }
}
