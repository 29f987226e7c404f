package dev.convergence.engine.job;

import dev.convergence.engine.clock.DatabaseTimeListener;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shortens locks on jobs that reach further ahead of the database's time than any node locks one: a node whose clock was
 * wrong took them, and would keep everybody else away for as long as it was wrong. Each then ends when a lock that is
 * taken now would, so that a node which is still at work on the job is not disturbed; hence the revision stays, too.
 */
final class FutureLocksListener implements DatabaseTimeListener {

    private static final Logger LOG = LoggerFactory.getLogger(FutureLocksListener.class);

    private final JdbcClient jdbc;
    private final Duration lock;
    private final Duration longest;

    /**
     * @param lock how long a job is locked
     * @param longest how far ahead of the database's time a lock may end at most
     */
    FutureLocksListener(JdbcClient jdbc, Duration lock, Duration longest) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.longest = longest;
    }

    @Override
    public void databaseTimeRead(Instant now) {
        int shortened = jdbc.sql("update act_ru_job set lock_exp_time_ = :end"
                        + " where lock_owner_ is not null and lock_exp_time_ > :latest")
                .param("end", Timestamp.from(now.plus(lock)))
                .param("latest", Timestamp.from(now.plus(longest)))
                .update();
        if (shortened > 0) {
            LOG.warn(
                    "{} jobs were locked by a clock that is ahead of the database's; they are free in {}",
                    shortened,
                    lock);
        }
    }
}
