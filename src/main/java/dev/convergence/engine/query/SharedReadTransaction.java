package dev.convergence.engine.query;

import java.util.List;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transaction that the present thread reads in. A query of the engine that throws within it marks the whole for
 * rollback, though nothing was written and the database took no offence.
 */
final class SharedReadTransaction {

    private final List<ConnectionHolder> sound;

    private SharedReadTransaction(List<ConnectionHolder> sound) {
        this.sound = sound;
    }

    static SharedReadTransaction current() {
        return new SharedReadTransaction(TransactionSynchronizationManager.getResourceMap().values().stream()
                .filter(ConnectionHolder.class::isInstance)
                .map(ConnectionHolder.class::cast)
                .filter(holder -> !holder.isRollbackOnly())
                .toList());
    }

    /** Takes the mark away, where there was none when it was asked for. */
    void goOn() {
        sound.forEach(ConnectionHolder::resetRollbackOnly);
    }
}
