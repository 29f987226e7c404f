package dev.convergence.problem;

import dev.convergence.engine.clock.DatabaseTimeListener;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Says once that the database is away, and once that it is back, however many requests found it so. */
@Component
class DatabaseOutageLogger implements DatabaseTimeListener {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutageLogger.class);

    private static final AtomicBoolean AWAY = new AtomicBoolean();

    static void away(Throwable failure) {
        if (AWAY.compareAndSet(false, true)) {
            LOG.warn(
                    "The database does not answer: requests are answered 503 until it does. {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
    }

    @Override
    public void databaseTimeRead(Instant now) {
        if (AWAY.compareAndSet(true, false)) {
            LOG.info("The database answers again");
        }
    }
}
