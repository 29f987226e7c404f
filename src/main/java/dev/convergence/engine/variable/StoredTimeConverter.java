package dev.convergence.engine.variable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A moment as our own tables keep it: with its time zone, which is UTC. */
public final class StoredTimeConverter {

    private StoredTimeConverter() {}

    public static OffsetDateTime of(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The moment in a column; null where there is none. */
    public static Instant at(ResultSet row, int column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
