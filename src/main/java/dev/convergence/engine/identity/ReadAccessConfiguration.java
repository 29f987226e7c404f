package dev.convergence.engine.identity;

import dev.convergence.engine.plugin.PluginLists;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who reads what of the engine, by whatever door: its REST, the API of its web applications, their own. */
@Configuration(proxyBeanMethods = false)
class ReadAccessConfiguration {

    @Bean
    ProcessEnginePlugin jobsForWhoeverMayRetryThem() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new JobReadCommandChecker()));
                configuration.setCustomSessionFactories(PluginLists.to(
                        configuration.getCustomSessionFactories(), new JobReadAuthorizationManager.Factory()));
                configuration.setCustomPreCommandInterceptorsTxRequired(PluginLists.to(
                        configuration.getCustomPreCommandInterceptorsTxRequired(), new MetricsGuardInterceptor()));
            }
        };
    }
}
