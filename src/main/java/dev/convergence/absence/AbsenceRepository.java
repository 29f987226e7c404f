package dev.convergence.absence;

import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.StoredTimeConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of absences. */
@Component
class AbsenceRepository {

    private static final String SELECT =
            """
            select id, absent_user, begins_at, ends_at, substitute, recorded_by, recorded_at, moved_at, ended_at, ended_by
            from cc_absence
            """;

    private static final String KIND = "absence";

    private final JdbcClient jdbc;

    AbsenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else, on any node, changes who stands in for whom. */
    void lock() {
        jdbc.sql("select id from cc_absence_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    void add(Absence absence) {
        jdbc.sql(
                        """
                        insert into cc_absence
                        (id, absent_user, begins_at, ends_at, substitute, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        absence.id(),
                        absence.user(),
                        StoredTimeConverter.of(absence.from()),
                        StoredTimeConverter.of(absence.to()),
                        absence.substitute(),
                        absence.recordedBy(),
                        StoredTimeConverter.of(absence.recordedAt()))
                .update();
    }

    Optional<Absence> withId(String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .params(id)
                .query((row, number) -> absence(row))
                .optional();
    }

    /** Those of now and those to come, the next to begin first. */
    List<Absence> open(Instant now) {
        return RowReader.rows(
                KIND,
                jdbc.sql(SELECT + "where ends_at > ? and ended_at is null order by begins_at, id")
                        .params(StoredTimeConverter.of(now)),
                AbsenceRepository::absence);
    }

    /** Those of now; who has been away longest comes first. */
    List<Absence> underWay(Instant now) {
        return RowReader.rows(
                KIND,
                jdbc.sql(SELECT + "where ends_at > ? and begins_at <= ? and ended_at is null order by begins_at, id")
                        .params(StoredTimeConverter.of(now), StoredTimeConverter.of(now)),
                AbsenceRepository::absence);
    }

    void moved(String id, Instant now) {
        jdbc.sql("update cc_absence set moved_at = ? where id = ?")
                .params(StoredTimeConverter.of(now), id)
                .update();
    }

    /**
     * Ends an absence, unless it has ended.
     *
     * @param by null where it ends as planned
     * @return whether it ended now
     */
    boolean end(String id, Instant now, String by) {
        return jdbc.sql("update cc_absence set ended_at = ?, ended_by = ? where id = ? and ended_at is null")
                        .params(StoredTimeConverter.of(now), by, id)
                        .update()
                > 0;
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getString(1),
                row.getString(2),
                StoredTimeConverter.at(row, 3),
                StoredTimeConverter.at(row, 4),
                row.getString(5),
                row.getString(6),
                StoredTimeConverter.at(row, 7),
                StoredTimeConverter.at(row, 8),
                StoredTimeConverter.at(row, 9),
                row.getString(10));
    }
}
