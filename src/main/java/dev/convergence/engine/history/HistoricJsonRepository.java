package dev.convergence.engine.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.camunda.spin.Spin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last values of JSON variables, all at once: the engine asks the database for each of them by itself. */
@Component
class HistoricJsonRepository {

    private static final String SELECT =
            """
            select v.proc_inst_id_, v.name_, b.bytes_ from act_hi_varinst v
            left join act_ge_bytearray b on b.id_ = v.bytearray_id_
            where v.proc_inst_id_ in (:instances) and v.var_type_ = 'json'
            and (v.state_ is null or v.state_ <> 'DELETED')""";

    private final JdbcClient jdbc;

    HistoricJsonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param text null where the variable holds nothing */
    record JsonVariable(String instanceId, String name, String text) {

        /** @throws RuntimeException where it is no JSON */
        Object value() {
            return text == null ? null : Spin.JSON(text);
        }
    }

    /** Of these process instances. One query. */
    List<JsonVariable> of(Collection<String> instances) {
        return jdbc.sql(SELECT)
                .param("instances", instances)
                .query((row, number) -> variable(row))
                .list();
    }

    private static JsonVariable variable(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(3);
        return new JsonVariable(
                row.getString(1), row.getString(2), bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
    }
}
