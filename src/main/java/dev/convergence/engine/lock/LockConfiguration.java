package dev.convergence.engine.lock;

import dev.convergence.engine.plugin.PluginLists;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LockConfiguration {

    @Bean
    ProcessEnginePlugin patientLocks(LockProperties properties) {
        SessionFactory patient = new PatientPropertyManager.Factory(new LockTimeoutExtender(properties.patience()));
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomSessionFactories(
                        PluginLists.before(configuration.getCustomSessionFactories(), patient));
            }
        };
    }
}
