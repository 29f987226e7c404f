package dev.convergence.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of campaigns that are over. */
@Component
public class CampaignRecordRepository {

    private static final String COLUMNS =
            """
            select instance_id, campaign_key, campaign_name, campaign_type, priority, pattern, started_at, ended_at,
            removed_from, parts from cc_campaign_record""";

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CampaignRecordRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Of campaigns that ran within a period and of which history may be gone; the latest first. One query.
     *
     * @param from null for no limit
     * @param to null for no limit
     */
    public List<CampaignRecord> withoutHistory(Instant from, Instant to) {
        return RowReader.rows(
                "campaign record",
                jdbc.sql(
                                COLUMNS
                                        + " where removed_from <= ? and ended_at >= ? and started_at <= ? order by ended_at desc")
                        .params(
                                StoredTimeConverter.of(clock.instant()),
                                StoredTimeConverter.of(Optional.ofNullable(from).orElse(Instant.EPOCH)),
                                StoredTimeConverter.of(Optional.ofNullable(to).orElse(EVER))),
                this::record);
    }

    /** The record of the campaign that this process instance was. */
    public Optional<CampaignRecord> find(String instanceId) {
        return RowReader.rows(
                        "campaign record",
                        jdbc.sql(COLUMNS + " where instance_id = ?").param(instanceId),
                        this::record)
                .stream()
                .findFirst();
    }

    void add(CampaignRecord record) {
        EndedCampaign campaign = record.campaign();
        jdbc.sql(
                        """
                        insert into cc_campaign_record (instance_id, campaign_key, campaign_name, campaign_type, priority,
                        pattern, started_at, ended_at, removed_from, parts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        campaign.instanceId(),
                        campaign.key(),
                        fact(record, CampaignContext.NAME.name()),
                        fact(record, CampaignContext.TYPE.name()),
                        fact(record, CampaignContext.PRIORITY.name()),
                        fact(record, CampaignContext.PATTERN.name()),
                        StoredTimeConverter.of(campaign.startedAt()),
                        StoredTimeConverter.of(campaign.endedAt()),
                        StoredTimeConverter.of(campaign.removedFrom()),
                        record.parts().toString())
                .update();
    }

    int removeEndedBefore(Instant moment) {
        return jdbc.sql("delete from cc_campaign_record where ended_at < ?")
                .param(StoredTimeConverter.of(moment))
                .update();
    }

    private static String fact(CampaignRecord record, String name) {
        Object value = record.facts().values().get(name);
        return value == null ? null : value.toString();
    }

    private CampaignRecord record(ResultSet row) throws SQLException {
        EndedCampaign campaign = new EndedCampaign(
                row.getString(1),
                row.getString(2),
                StoredTimeConverter.at(row, 7),
                StoredTimeConverter.at(row, 8),
                StoredTimeConverter.at(row, 9));
        try {
            return new CampaignRecord(
                    campaign,
                    new CampaignContext(campaign.instanceId(), campaign.key(), facts(row)),
                    json.readTree(row.getString(10)));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("its parts are no JSON", unreadable);
        }
    }

    private static Map<String, Object> facts(ResultSet row) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        put(facts, CampaignContext.NAME.name(), row.getString(3));
        put(facts, CampaignContext.TYPE.name(), row.getString(4));
        put(facts, CampaignContext.PRIORITY.name(), row.getString(5));
        put(facts, CampaignContext.PATTERN.name(), row.getString(6));
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
