package dev.convergence.engine;

import dev.convergence.engine.clock.EngineClock;
import dev.convergence.engine.decision.LatestDecisionSession;
import dev.convergence.engine.failure.RefusalInterceptor;
import dev.convergence.engine.form.ComputedFormType;
import dev.convergence.engine.history.CampaignHistoryLevel;
import dev.convergence.engine.identity.DepartureListener;
import dev.convergence.engine.identity.LastingMembershipIdentityProvider;
import dev.convergence.engine.identity.SignInGuard;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.identity.TaskAuthorizationProvider;
import dev.convergence.engine.identity.TemporaryMembershipKeeper;
import dev.convergence.engine.plugin.PluginLists;
import dev.convergence.engine.task.CompletionRecorder;
import dev.convergence.engine.task.TaskAssignmentInterceptor;
import dev.convergence.engine.task.TaskBoundsParseListener;
import dev.convergence.engine.task.TaskHistoryEventHandler;
import dev.convergence.engine.task.TaskLifecycleListener;
import java.time.Clock;
import java.util.List;
import liquibase.integration.spring.SpringLiquibase;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    /** Asks for Liquibase so that the engine starts on a migrated schema. */
    @Bean
    ProcessEnginePlugin campaignHistory(SpringLiquibase migratedSchema) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomHistoryLevels(List.of(new CampaignHistoryLevel()));
                configuration.setHistory(CampaignHistoryLevel.NAME);
            }
        };
    }

    /** Less to ask the database for at every gate; what is stored stays the same. */
    @Bean
    ProcessEnginePlugin fewerQuestions() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setTaskMetricsEnabled(false);
                configuration.setResourceAuthorizationProvider(new TaskAuthorizationProvider());
                configuration.setEnableDefaultDbHistoryEventHandler(false);
                configuration.getCustomHistoryEventHandlers().add(new TaskHistoryEventHandler());
                configuration.setCustomSessionFactories(
                        PluginLists.to(configuration.getCustomSessionFactories(), new LatestDecisionSession.Factory()));
            }
        };
    }

    /** Ids like {@code campaign-managers} are valid, and who may work on a task may not thereby change it. */
    @Bean
    ProcessEnginePlugin identifiersAndPermissions() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9_-]+");
                configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
            }
        };
    }

    /**
     * What a person sent and cannot be accepted reaches them as their error, not as a fault of ours. The engine would write
     * each of them to the log as well, with all that called it; whoever answers knows whether it is a fault.
     */
    @Bean
    ProcessEnginePlugin refusals() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setEnableCmdExceptionLogging(false);
                configuration.setCustomPreCommandInterceptorsTxRequired(PluginLists.to(
                        configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()));
            }
        };
    }

    @Bean
    ProcessEnginePlugin lastingMemberships(
            ObjectProvider<TemporaryMembershipKeeper> lent,
            ObjectProvider<SignInGuard> guard,
            ObjectProvider<DepartureListener> departures) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setIdentityProviderSessionFactory(new LastingMembershipIdentityProvider.Factory(
                        lent::getObject, guard::getObject, departures::orderedStream));
            }
        };
    }

    /** The beans are asked for late: they need the engine, which reads its models while it starts. */
    @Bean
    ProcessEnginePlugin everyTask(
            ObjectProvider<TaskAssignmentInterceptor> cover,
            ObjectProvider<SystemAuthority> system,
            ObjectProvider<CompletionRecorder> decider) {
        TaskLifecycleListener taskLifecycleListener =
                new TaskLifecycleListener(cover::getObject, system::getObject, decider::getObject);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostBPMNParseListeners(
                        PluginLists.to(configuration.getCustomPostBPMNParseListeners(), taskLifecycleListener));
            }
        };
    }

    @Bean
    ProcessEnginePlugin boundsOfTasks() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPostBPMNParseListeners(
                        PluginLists.to(configuration.getCustomPostBPMNParseListeners(), new TaskBoundsParseListener()));
            }
        };
    }

    @Bean
    ProcessEnginePlugin computedFormFields() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomFormTypes(
                        PluginLists.to(configuration.getCustomFormTypes(), new ComputedFormType()));
            }
        };
    }
}
