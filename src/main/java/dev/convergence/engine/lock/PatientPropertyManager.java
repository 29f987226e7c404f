package dev.convergence.engine.lock;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyManager;

/**
 * Takes the engine's own locks as the engine does, and waits for them longer than for the row of anything else: another
 * node's deployment may take a while.
 */
final class PatientPropertyManager extends PropertyManager {

    private final LockTimeoutExtender patience;

    private PatientPropertyManager(LockTimeoutExtender patience) {
        this.patience = patience;
    }

    @Override
    public void acquireExclusiveLock() {
        patiently(super::acquireExclusiveLock);
    }

    @Override
    public void acquireExclusiveLockForHistoryCleanupJob() {
        patiently(super::acquireExclusiveLockForHistoryCleanupJob);
    }

    @Override
    public void acquireExclusiveLockForStartup() {
        patiently(super::acquireExclusiveLockForStartup);
    }

    @Override
    public void acquireExclusiveLockForInstallationId() {
        patiently(super::acquireExclusiveLockForInstallationId);
    }

    private void patiently(Runnable lock) {
        patience.waitFor(getDbSqlSession().getSqlSession().getConnection(), lock);
    }

    /** In place of the engine's factory. */
    record Factory(LockTimeoutExtender patience) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return PropertyManager.class;
        }

        @Override
        public Session openSession() {
            return new PatientPropertyManager(patience);
        }
    }
}
