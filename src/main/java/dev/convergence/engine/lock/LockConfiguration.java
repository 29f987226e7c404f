package dev.convergence.engine.lock;

import java.util.ArrayList;
import java.util.List;
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
        SessionFactory patient = new PatientPropertyManager.Factory(new LockPatience(properties.patience()));
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<SessionFactory> all = new ArrayList<>(List.of(patient));
                if (configuration.getCustomSessionFactories() != null) {
                    all.addAll(configuration.getCustomSessionFactories());
                }
                configuration.setCustomSessionFactories(all);
            }
        };
    }
}
