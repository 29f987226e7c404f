package dev.convergence.engine;

import dev.convergence.model.DeploymentRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What deployed models, stored filters, queries and answers to tasks may reach. */
@Configuration(proxyBeanMethods = false)
class ModelSafetyConfiguration {

    /** Tasklist asks for up to this many filters at once. */
    private static final int MOST_RESULTS = 2000;

    @Bean
    ProcessEnginePlugin checkedModels(ObjectProvider<DeploymentRule> rules, ShippedModels shipped) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                addDeployer(configuration, new CheckedModels(rules, new DeployedModels(configuration, shipped)));
            }
        };
    }

    @Bean
    ProcessEnginePlugin stampedDecisions(ObjectProvider<DecisionStamp> stamp) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                addDeployer(configuration, new StampedDecisions(stamp::getObject));
            }
        };
    }

    @Bean
    ProcessEnginePlugin movedTimers(ObjectProvider<TimerOfDecision> timers) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostDeployers(
                        Additions.to(configuration.getCustomPostDeployers(), new MovedTimers(timers, configuration)));
            }
        };
    }

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
                addDeployer(configuration, new KnownResources());
            }
        };
    }

    /** Asked for late: it needs the engine, which reads its models while it starts. */
    @Bean
    ProcessEnginePlugin keptCampaignKeys(ObjectProvider<InstanceOrigins> origins) {
        CampaignKeyGuard guard = new CampaignKeyGuard(origins::getObject);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostBPMNParseListeners(
                        Additions.to(configuration.getCustomPostBPMNParseListeners(), guard));
            }
        };
    }

    /** What whoever completes a task may send along. */
    @Bean
    ProcessEnginePlugin guardedAnswers() {
        AnswerGuard guard = new AnswerGuard();
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setTaskService(new GuardedTasks(guard));
                configuration.setFormService(new GuardedForms(guard));
            }
        };
    }

    private static void addDeployer(ProcessEngineConfigurationImpl configuration, Deployer deployer) {
        configuration.setCustomPreDeployers(Additions.to(configuration.getCustomPreDeployers(), deployer));
    }
}
