package dev.convergence.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What deployed models, stored filters and queries may reach. */
@Configuration(proxyBeanMethods = false)
class ModelSafetyConfiguration {

    /** Tasklist asks for up to this many filters at once. */
    private static final int MOST_RESULTS = 2000;

    @Bean
    ProcessEnginePlugin modelSafety(ListableBeanFactory beans) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new GuardedExpressions(new ModelBeans(beans)));
                configuration.setScriptEngineResolver(new NoScripts());
                configuration.setDeserializationTypeValidationEnabled(true);
                configuration.setQueryMaxResultsLimit(MOST_RESULTS);
                configuration.setBpmnParseFactory(ModelSafety::new);
                refuseOtherFiles(configuration);
            }
        };
    }

    private static void refuseOtherFiles(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreDeployers(Additions.to(configuration.getCustomPreDeployers(), new KnownResources()));
    }
}
