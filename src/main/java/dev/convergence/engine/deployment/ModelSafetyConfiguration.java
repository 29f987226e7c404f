package dev.convergence.engine.deployment;

import dev.convergence.engine.decision.DecisionStampDeployer;
import dev.convergence.engine.decision.DecisionStampRepository;
import dev.convergence.engine.expression.GuardedExpressionManager;
import dev.convergence.engine.expression.ModelBeanResolver;
import dev.convergence.engine.expression.NoScriptEngineResolver;
import dev.convergence.engine.form.AskedFieldResolver;
import dev.convergence.engine.guard.AnswerGuard;
import dev.convergence.engine.guard.CampaignKeyGuard;
import dev.convergence.engine.guard.EventGuard;
import dev.convergence.engine.guard.GuardedTaskService;
import dev.convergence.engine.guard.OutsideInterceptor;
import dev.convergence.engine.guard.OutsideRule;
import dev.convergence.engine.guard.StartGuard;
import dev.convergence.engine.guard.WriteGuard;
import dev.convergence.engine.identity.InstanceOriginResolver;
import dev.convergence.engine.plugin.PluginLists;
import dev.convergence.engine.runaway.BoundedCycleCalendar;
import dev.convergence.engine.runaway.StepBoundParseListener;
import dev.convergence.engine.runaway.StepCountSession;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.bound.DeploymentBounds;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.Authentication;
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

    /** Before all that looks closer. */
    @Bean
    ProcessEnginePlugin boundedModels(ObjectProvider<DeploymentBounds> bounds) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPreDeployers(
                        PluginLists.before(configuration.getCustomPreDeployers(), new ModelBoundDeployer(bounds)));
            }
        };
    }

    /** What a model could keep a thread with for ever, whatever it looked like when it was deployed. */
    @Bean
    ProcessEnginePlugin boundedProcesses() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostBPMNParseListeners(PluginLists.to(
                        configuration.getCustomPostBPMNParseListeners(),
                        new StepBoundParseListener(configuration::getExpressionManager)));
                configuration.setCustomSessionFactories(
                        PluginLists.to(configuration.getCustomSessionFactories(), new StepCountSession.Factory()));
                configuration.setBusinessCalendarManager(calendars());
            }
        };
    }

    private static MapBusinessCalendarManager calendars() {
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new BoundedCycleCalendar());
        return calendars;
    }

    @Bean
    ProcessEnginePlugin checkedModels(ObjectProvider<DeploymentRule> rules, ShippedModelReader shipped) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                addDeployer(
                        configuration, new CheckingDeployer(rules, new DeployedModelReader(configuration, shipped)));
            }
        };
    }

    @Bean
    ProcessEnginePlugin stampedDecisions(ObjectProvider<DecisionStampRepository> stamp) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                addDeployer(configuration, new DecisionStampDeployer(stamp::getObject));
            }
        };
    }

    @Bean
    ProcessEnginePlugin movedTimers(ObjectProvider<TimerOfDecision> timers) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostDeployers(PluginLists.to(
                        configuration.getCustomPostDeployers(), new TimerMovingDeployer(timers, configuration)));
            }
        };
    }

    @Bean
    ProcessEnginePlugin modelSafety(ListableBeanFactory beans) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new GuardedExpressionManager(new ModelBeanResolver(beans)));
                configuration.setScriptEngineResolver(new NoScriptEngineResolver());
                configuration.setDeserializationTypeValidationEnabled(true);
                configuration.setQueryMaxResultsLimit(MOST_RESULTS);
                configuration.setBpmnParseFactory(SafeModelParser::new);
                addDeployer(configuration, new KnownResourceDeployer());
            }
        };
    }

    /** Asked for late: it needs the engine, which reads its models while it starts. */
    @Bean
    ProcessEnginePlugin keptCampaignKeys(ObjectProvider<InstanceOriginResolver> origins) {
        CampaignKeyGuard guard = new CampaignKeyGuard(origins::getObject);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostBPMNParseListeners(
                        PluginLists.to(configuration.getCustomPostBPMNParseListeners(), guard));
            }
        };
    }

    /** What may be done from outside, and what may be sent along. */
    @Bean
    ProcessEnginePlugin guardedCommands(ShippedModelReader shipped) {
        AskedFieldResolver asked = new AskedFieldResolver();
        Map<OutsideRule, OutsideInterceptor.Guard> guards = Map.of(
                OutsideRule.ANSWER, new AnswerGuard(asked),
                OutsideRule.START, new StartGuard(asked, shipped.processes()),
                OutsideRule.EVENT, new EventGuard(shipped.processes()),
                OutsideRule.WRITE, new WriteGuard());
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setTaskService(new GuardedTaskService());
                Supplier<Authentication> caller =
                        () -> configuration.getIdentityService().getCurrentAuthentication();
                configuration.setCustomPreCommandInterceptorsTxRequired(PluginLists.to(
                        configuration.getCustomPreCommandInterceptorsTxRequired(),
                        new OutsideInterceptor(caller, guards)));
                configuration.setCustomPreCommandInterceptorsTxRequiresNew(PluginLists.to(
                        configuration.getCustomPreCommandInterceptorsTxRequiresNew(),
                        new OutsideInterceptor(caller, guards)));
            }
        };
    }

    private static void addDeployer(ProcessEngineConfigurationImpl configuration, Deployer deployer) {
        configuration.setCustomPreDeployers(PluginLists.to(configuration.getCustomPreDeployers(), deployer));
    }
}
