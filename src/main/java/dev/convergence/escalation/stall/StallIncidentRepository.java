package dev.convergence.escalation.stall;

import dev.convergence.escalation.wait.StallKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open incidents of all kinds of stalls in one order, which the engine's own queries give for one kind or one id at a
 * time. The engine repeats an incident on the calling executions; only the one on the wait itself counts.
 */
@Component
class StallIncidentRepository {

    private static final String STALLS = " from act_ru_incident where (incident_type_, activity_id_) in (:waits)";
    private static final String SELECT =
            "select id_, incident_type_, incident_msg_, configuration_, proc_inst_id_" + STALLS;
    private static final String LONGEST_STANDING_FIRST = " order by incident_timestamp_, id_";

    private static final List<Object[]> WAITS = Arrays.stream(StallKind.values())
            .map(kind -> new Object[] {kind.incidentType(), kind.taskKey()})
            .toList();

    private final JdbcClient jdbc;

    StallIncidentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StallIncident> page(int first, int max) {
        return sql(SELECT + LONGEST_STANDING_FIRST + " offset :first rows fetch next :max rows only")
                .param("first", first)
                .param("max", max)
                .query((row, number) -> incident(row))
                .list();
    }

    long count() {
        return sql("select count(*)" + STALLS).query(Long.class).single();
    }

    /** Those that are open, the longest standing first. */
    List<StallIncident> withIds(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql(SELECT + " and id_ in (:ids)" + LONGEST_STANDING_FIRST)
                        .param("ids", ids)
                        .query((row, number) -> incident(row))
                        .list();
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("waits", WAITS);
    }

    private static StallIncident incident(ResultSet row) throws SQLException {
        return new StallIncident(
                row.getString(1),
                StallKind.ofIncidentType(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }
}
