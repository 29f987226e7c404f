package dev.convergence.benchmark;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long it takes from the moment at which readings are sent that trigger actions until a platform has taken these. */
final class Reactions {

    private static final List<String> KINDS = List.of("BUDGET", "CREATIVE");
    private static final String DONE =
            "select campaign_key, done_at from cc_action where kind in ('BUDGET', 'CREATIVE')"
                    + " and campaign_key like ? and done_at is not null";

    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final Map<String, Long> sentAt = new HashMap<>();

    Reactions(JdbcTemplate jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    /** One campaign after the other, spread over this time; waits until all have acted. */
    Percentiles measure(List<String> campaigns, Duration time) {
        long begin = System.nanoTime();
        for (int place = 0; place < campaigns.size(); place++) {
            Crowd.waitUntil(begin + time.toNanos() * place / campaigns.size());
            sentAt.put(campaigns.get(place), System.currentTimeMillis());
            readings.sendLow(campaigns.get(place));
        }
        String prefix = campaigns.get(0).replaceAll("[0-9]+$", "%");
        LiveCampaigns.await(() -> jdbc.queryForList(DONE, prefix).size() == campaigns.size() * KINDS.size());
        return Percentiles.of(jdbc.queryForList(DONE, prefix).stream().mapToDouble(this::millis));
    }

    private long millis(Map<String, Object> action) {
        return ((Timestamp) action.get("done_at")).getTime() - sentAt.get((String) action.get("campaign_key"));
    }
}
