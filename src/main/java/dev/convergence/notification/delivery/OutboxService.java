package dev.convergence.notification.delivery;

import dev.convergence.engine.identity.SystemAuthority;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a transaction leaves what is to be sent once it is committed. The job of the process {@code message-dispatch} is
 * the outbox: it is written with the reason, or not at all.
 */
@Component
public class OutboxService {

    private final RuntimeService runtime;
    private final SystemAuthority system;

    OutboxService(RuntimeService runtime, SystemAuthority system) {
        this.runtime = runtime;
        this.system = system;
    }

    /** The dispatch of this transaction. The first to ask begins it. */
    public String dispatch() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Dispatch.class::isInstance)
                .map(begun -> ((Dispatch) begun).id())
                .findFirst()
                .orElseGet(this::begin);
    }

    private String begin() {
        Dispatch dispatch = new Dispatch(UUID.randomUUID().toString());
        TransactionSynchronizationManager.registerSynchronization(dispatch);
        system.run(() -> runtime.startProcessInstanceByKey(MessageDispatchProcess.KEY, dispatch.id()));
        return dispatch.id();
    }

    /** Remembers the dispatch for as long as the transaction lasts. */
    private record Dispatch(String id) implements TransactionSynchronization {}
}
