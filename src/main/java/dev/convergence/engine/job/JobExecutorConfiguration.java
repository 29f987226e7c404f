package dev.convergence.engine.job;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How jobs are found; how many, how often and by how many threads is {@code camunda.bpm.job-execution}. */
@Configuration(proxyBeanMethods = false)
class JobExecutorConfiguration {

    /**
     * The oldest due job first, and a due date on every job: so the acquisition is one walk along the index on due
     * dates, however many timers wait in the future.
     */
    @Bean
    ProcessEnginePlugin acquisitionByDueDate() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setJobExecutorAcquireByDueDate(true);
                configuration.setEnsureJobDueDateNotNull(true);
            }
        };
    }
}
