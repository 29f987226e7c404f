package dev.convergence.engine.history;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The engine's own cleanup, whose job one node at a time holds, with the steps of others before it. Where they say no, the
 * engine removes nothing this time, and the job comes again as it would anyway.
 */
final class CampaignCleanupJobHandler extends HistoryCleanupJobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignCleanupJobHandler.class);

    private final Supplier<Stream<HistoryCleanupStep>> steps;
    private final Supplier<TransactionOperations> apart;

    /** @param apart leaves the transaction of the job */
    CampaignCleanupJobHandler(Supplier<Stream<HistoryCleanupStep>> steps, Supplier<TransactionOperations> apart) {
        this.steps = steps;
        this.apart = apart;
    }

    @Override
    public void execute(
            HistoryCleanupJobHandlerConfiguration configuration,
            ExecutionEntity execution,
            CommandContext context,
            String tenantId) {
        boolean due = configuration.isImmediatelyDue() || isWithinBatchWindow(context);
        if (!due
                || Boolean.TRUE.equals(
                        apart.get().execute(outside -> steps.get().allMatch(this::isDone)))) {
            super.execute(configuration, execution, context, tenantId);
            return;
        }
        context.getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, initCleanupHandler(configuration, context));
    }

    private boolean isDone(HistoryCleanupStep step) {
        try {
            return ProcessEngineContext.withNewProcessEngineContext(step::cleanUp);
        } catch (Exception failed) {
            LOG.error(
                    "The cleanup step {} failed; nothing is removed until it succeeds.",
                    step.getClass().getSimpleName(),
                    failed);
            return false;
        }
    }
}
