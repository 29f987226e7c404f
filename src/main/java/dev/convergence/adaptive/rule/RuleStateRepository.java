package dev.convergence.adaptive.rule;

import dev.convergence.engine.variable.StoredTimeConverter;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The states of rules as they are stored. */
@Component
class RuleStateRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RuleStateRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Of all rules of the campaigns: one query. */
    RuleStateSession of(Collection<String> campaigns) {
        Map<RuleStateSession.Key, RuleStateSession.State> states = new HashMap<>();
        jdbc.sql(
                        """
                        select campaign_key, rule, series, armed, fired_at
                        from cc_rule_state where campaign_key in (:campaigns)""")
                .param("campaigns", campaigns)
                .query(row -> {
                    states.put(
                            new RuleStateSession.Key(row.getString(1), row.getString(2), row.getString(3)),
                            new RuleStateSession.State(row.getBoolean(4), StoredTimeConverter.at(row, 5)));
                });
        return new RuleStateSession(states);
    }

    /** One batch for what is new, one for what has changed. */
    void store(RuleStateSession states) {
        Map<Boolean, List<Object[]>> rows = states.changes().entrySet().stream()
                .collect(Collectors.partitioningBy(
                        change -> states.isStored(change.getKey()),
                        Collectors.mapping(change -> row(change.getKey(), change.getValue()), Collectors.toList())));
        write(
                "update cc_rule_state set armed = ?, fired_at = ? where campaign_key = ? and rule = ? and series = ?",
                rows.get(true));
        write(
                "insert into cc_rule_state (armed, fired_at, campaign_key, rule, series) values (?, ?, ?, ?, ?)",
                rows.get(false));
    }

    private void write(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }

    private static Object[] row(RuleStateSession.Key key, RuleStateSession.State state) {
        return new Object[] {state.armed(), stored(state.firedAt()), key.campaign(), key.rule(), key.series()};
    }

    private static Object stored(Instant moment) {
        return moment == null ? null : StoredTimeConverter.of(moment);
    }
}
