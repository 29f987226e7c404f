package dev.convergence.engine.history;

import dev.convergence.engine.deployment.ShippedModelReader;
import dev.convergence.engine.plugin.PluginLists;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's cleanup of history: how long what is over is kept, in which window it is removed, and what goes with it. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    /** As many rows of one table as one statement removes; the engine's most. */
    private static final int BATCH = 500;

    /** Of those that get their removal time later, together with their campaign. */
    private static final int INSTANCES_PER_JOB = 100;

    /** Time counts from the end of what was started first: a campaign that runs for years keeps what it has done. */
    @Bean
    ProcessEnginePlugin historyRemovalTimes(ShippedModelReader shipped, HistoryProperties kept) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setHistoryRemovalTimeStrategy(
                        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
                configuration.setHistoryRemovalTimeProvider(new CampaignRemovalTimeProvider(shipped.processes(), kept));
                configuration.setInvocationsPerBatchJobByBatchType(
                        new HashMap<>(Map.of(Batch.TYPE_PROCESS_SET_REMOVAL_TIME, INSTANCES_PER_JOB)));
                configuration.setBatchOperationHistoryTimeToLive(
                        "P" + kept.messages().toDays() + "D");
            }
        };
    }

    /** The beans are asked for late: they need the engine. */
    @Bean
    ProcessEnginePlugin historyCleanup(
            HistoryProperties settings,
            ObjectProvider<HistoryCleanupStep> steps,
            ObjectProvider<PlatformTransactionManager> transactions) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setHistoryCleanupBatchSize(BATCH);
                configuration.setHistoryCleanupDegreeOfParallelism(1);
                configuration.setCustomJobHandlers(PluginLists.to(
                        configuration.getCustomJobHandlers(),
                        new CampaignCleanupJobHandler(steps::orderedStream, () -> apart(transactions.getObject()))));
                if (settings.enabled()) {
                    configuration.setBatchWindowManager(
                            new OfficeWindowManager(settings.windowFrom(), settings.windowTo(), settings.zone()));
                }
            }
        };
    }

    private static TransactionTemplate apart(PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return apart;
    }
}
