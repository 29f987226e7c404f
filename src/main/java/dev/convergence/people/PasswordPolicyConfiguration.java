package dev.convergence.people;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PasswordPolicyConfiguration {

    /** The engine's own policy, but for the demo, whose passwords everybody knows anyway. */
    @Bean
    ProcessEnginePlugin passwordPolicy(Environment environment) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setEnablePasswordPolicy(!DemoCondition.isDemo(environment));
            }
        };
    }
}
