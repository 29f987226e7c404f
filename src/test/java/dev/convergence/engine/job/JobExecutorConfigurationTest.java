package dev.convergence.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.task.SyncTaskExecutor;

/** The figures of application.yaml, run through the engine's own acquisition strategy. */
class JobExecutorConfigurationTest {

    private final JobExecutor executor = JobConfiguration.jobExecutor(new SyncTaskExecutor(), settings());
    private final BackoffJobAcquisitionStrategy strategy = new BackoffJobAcquisitionStrategy(executor);

    @Test
    void anIdleNodeLooksAgainWithinASecondWithoutSpinning() {
        for (int acquisition = 0; acquisition < 20; acquisition++) {
            strategy.reconfigure(new JobAcquisitionContext());

            assertThat(strategy.getWaitTime()).isBetween(250L, 1000L);
        }
    }

    @Test
    void aKilledNodesJobsAreFreeAgainLongBeforeNinetySeconds() {
        assertThat(executor.getLockTimeInMillis() + executor.getMaxWait()).isBetween(20_000L, 60_000L);
    }

    @Test
    void takesJobsInBatches() {
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(50);
    }

    @Test
    void acquiresByDueDateOfWhichEveryJobHasOne() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();

        new JobExecutorConfiguration().acquisitionByDueDate().preInit(configuration);

        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(configuration.isEnsureJobDueDateNotNull()).isTrue();
    }

    private static CamundaBpmProperties settings() {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run()) {
            return Binder.get(context.getEnvironment())
                    .bind(CamundaBpmProperties.PREFIX, CamundaBpmProperties.class)
                    .get();
        }
    }

    private static final class Nothing {}
}
