package dev.convergence.engine.job;

import dev.convergence.engine.clock.NodeClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job executor in place of the starter's, with the same settings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        prefix = "camunda.bpm.job-execution",
        name = "enabled",
        havingValue = "true",
        matchIfMissing = true)
class CarefulJobConfiguration {

    @Bean
    JobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor tasks,
            CamundaBpmProperties properties,
            OrphanedJobReader orphaned,
            BegunJobRepository begun,
            NodeClock clock) {
        SpringJobExecutor executor = new CarefulJobExecutor(orphaned, begun, clock);
        executor.setTaskExecutor(tasks);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        JobExecutionProperty settings = properties.getJobExecution();
        set(settings.getLockTimeInMillis(), executor::setLockTimeInMillis);
        set(settings.getMaxJobsPerAcquisition(), executor::setMaxJobsPerAcquisition);
        set(settings.getWaitTimeInMillis(), executor::setWaitTimeInMillis);
        set(settings.getMaxWait(), executor::setMaxWait);
        set(settings.getBackoffTimeInMillis(), executor::setBackoffTimeInMillis);
        set(settings.getMaxBackoff(), executor::setMaxBackoff);
        set(settings.getBackoffDecreaseThreshold(), executor::setBackoffDecreaseThreshold);
        set(settings.getWaitIncreaseFactor(), executor::setWaitIncreaseFactor);
        return executor;
    }

    @Bean
    FutureLocksListener futureLocksListener(JdbcClient jdbc, JobExecutor executor, NodeClock clock) {
        Duration lock = Duration.ofMillis(executor.getLockTimeInMillis());
        return new FutureLocksListener(
                jdbc, lock, lock.multipliedBy(AcquireJobsAndOrphansCmd.LONGER).plus(clock.tolerance()));
    }

    private static <T> void set(T value, Consumer<T> setting) {
        Optional.ofNullable(value).ifPresent(setting);
    }
}
