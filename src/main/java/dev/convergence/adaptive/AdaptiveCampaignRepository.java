package dev.convergence.adaptive;

import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adaptive campaigns that are or were live. Whoever decides something about one of them (a verdict, an action, a
 * budget, a bound, the switch) holds its lock, so that one follows the other on whatever node.
 */
@Component
public class AdaptiveCampaignRepository {

    private static final String SELECT =
            """
            select campaign_key, instance_id, campaign_type, priority, live_from, live_until, ended_at, automatic, bounds
            from cc_adaptive where campaign_key""";

    private final JdbcClient jdbc;

    AdaptiveCampaignRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign that is or was live; nothing is locked. */
    public Optional<AdaptiveCampaign> find(String key) {
        return jdbc.sql(SELECT + " = ?")
                .param(key)
                .query((row, number) -> campaign(row))
                .optional();
    }

    /** Holds the campaign's lock until the end of the transaction. */
    public Optional<AdaptiveCampaign> lock(String key) {
        return Optional.ofNullable(lock(List.of(key)).get(key));
    }

    /** Holds the locks of several, always in the same order: two that want the same ones do not block each other. */
    public Map<String, AdaptiveCampaign> lock(Collection<String> keys) {
        return jdbc
                .sql(SELECT + " in (:keys) order by campaign_key for update")
                .param("keys", new TreeSet<>(keys))
                .query((row, number) -> campaign(row))
                .list()
                .stream()
                .collect(Collectors.toMap(AdaptiveCampaign::key, Function.identity()));
    }

    /** The campaign is live from now on; a second call for the same key changes nothing. */
    public void begin(AdaptiveCampaign campaign) {
        if (lock(campaign.key()).isPresent()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into cc_adaptive
                        (campaign_key, instance_id, campaign_type, priority, live_from, live_until, automatic, bounds)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        campaign.key(),
                        campaign.instanceId(),
                        campaign.type(),
                        campaign.priority(),
                        StoredTimeConverter.of(campaign.liveFrom()),
                        StoredTimeConverter.of(campaign.liveUntil()),
                        campaign.automatic(),
                        campaign.bounds())
                .update();
    }

    /** Moves the end of a live campaign. */
    public void liveUntil(String key, Instant end) {
        jdbc.sql("update cc_adaptive set live_until = ? where campaign_key = ? and ended_at is null")
                .params(StoredTimeConverter.of(end), key)
                .update();
    }

    /** The campaign takes no more readings. */
    public void end(String key, Instant at) {
        jdbc.sql("update cc_adaptive set ended_at = ? where campaign_key = ? and ended_at is null")
                .params(StoredTimeConverter.of(at), key)
                .update();
    }

    private static AdaptiveCampaign campaign(ResultSet row) throws SQLException {
        return new AdaptiveCampaign(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                StoredTimeConverter.at(row, 5),
                StoredTimeConverter.at(row, 6),
                StoredTimeConverter.at(row, 7),
                row.getBoolean(8),
                row.getString(9));
    }
}
