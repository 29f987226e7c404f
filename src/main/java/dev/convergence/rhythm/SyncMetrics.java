package dev.convergence.rhythm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How many syncs were held and skipped, once that has been committed: {@code convergence_syncs_total}. */
@Component
class SyncMetrics {

    private static final String HELD = "held";
    private static final String SKIPPED = "skipped";

    private final MeterRegistry meters;

    SyncMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void held(SyncKind kind) {
        count(kind, HELD);
    }

    void skipped(SyncKind kind) {
        count(kind, SKIPPED);
    }

    private void count(SyncKind kind, String outcome) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            counter(kind, outcome).increment();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counter(kind, outcome).increment();
            }
        });
    }

    private Counter counter(SyncKind kind, String outcome) {
        return Counter.builder("convergence.syncs")
                .description("Syncs that were held, and syncs that were skipped because there was nothing to discuss")
                .tag("kind", kind.id())
                .tag("outcome", outcome)
                .register(meters);
    }
}
