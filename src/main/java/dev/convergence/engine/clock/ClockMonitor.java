package dev.convergence.engine.clock;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Asks the database for its time, from the start on and all the while, and says once each time that the clock turns out wrong or right. */
class ClockMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(ClockMonitor.class);

    private final NodeClock clock;
    private final DatabaseTimeRepository database;
    private final ClockProperties properties;
    private final List<DatabaseTimeListener> listeners;
    private boolean saidWrong;
    private boolean saidUnknown;

    ClockMonitor(
            NodeClock clock,
            DatabaseTimeRepository database,
            ClockProperties properties,
            List<DatabaseTimeListener> listeners) {
        this.clock = clock;
        this.database = database;
        this.properties = properties;
        this.listeners = List.copyOf(listeners);
    }

    /** What was known stays known where the database cannot be asked; that it cannot be is the database's own health. */
    @Scheduled(fixedDelayString = "${convergence.clock.check-every:1s}")
    void compare() {
        try {
            database.read(properties.tolerance()).ifPresent(clock::compareWith);
            clock.databaseNow().ifPresent(now -> listeners.forEach(listener -> listener.databaseTimeRead(now)));
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.debug("The database could not be asked for its time", unreachable);
        }
        say();
    }

    private void say() {
        if (clock.ahead().isEmpty()) {
            sayUnknown();
        } else if (saidWrong && clock.isRight()) {
            LOG.info("The clock of this node agrees with the database's again: it takes jobs and is ready");
            saidWrong = false;
        } else if (!saidWrong && !clock.isRight()) {
            LOG.warn(
                    "{} It takes no jobs and is not ready until its clock is right",
                    ClockTexts.fault(clock, properties));
            saidWrong = true;
        }
    }

    private void sayUnknown() {
        if (!saidUnknown) {
            LOG.warn("{} It takes no jobs and is not ready until then", ClockTexts.fault(clock, properties));
            saidUnknown = true;
        }
    }
}
