package dev.convergence.engine.clock;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database what time it is. */
@Component
class DatabaseTimeRepository {

    private final JdbcClient jdbc;

    DatabaseTimeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The database's time.
     *
     * @param longest how long the answer may take; one that takes longer says too little about the moment it is of
     * @return empty where it took longer
     */
    Optional<DatabaseTime> read(Duration longest) {
        long asked = System.nanoTime();
        OffsetDateTime time =
                jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
        long took = System.nanoTime() - asked;
        return took > longest.toNanos()
                ? Optional.empty()
                : Optional.of(new DatabaseTime(time.toInstant(), asked + took / 2));
    }
}
