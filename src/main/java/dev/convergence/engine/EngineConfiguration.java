package dev.convergence.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import liquibase.integration.spring.SpringLiquibase;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.form.type.AbstractFormFieldType;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
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
                configuration.setHistoryRemovalTimeStrategy(
                        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
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
                configuration.setResourceAuthorizationProvider(new TaskRights());
                configuration.setEnableDefaultDbHistoryEventHandler(false);
                configuration.getCustomHistoryEventHandlers().add(new TaskHistory());
                List<SessionFactory> sessions = new ArrayList<>();
                if (configuration.getCustomSessionFactories() != null) {
                    sessions.addAll(configuration.getCustomSessionFactories());
                }
                sessions.add(new LatestDecisions.Factory());
                configuration.setCustomSessionFactories(sessions);
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

    /** What a person sent and cannot be accepted reaches them as their error, not as a fault of ours. */
    @Bean
    ProcessEnginePlugin refusals() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPreCommandInterceptorsTxRequired(
                        interceptors(configuration.getCustomPreCommandInterceptorsTxRequired()));
            }
        };
    }

    private static List<CommandInterceptor> interceptors(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(new RefusalInterceptor());
        return all;
    }

    @Bean
    ProcessEnginePlugin lastingMemberships(ObjectProvider<LentGroups> lent) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setIdentityProviderSessionFactory(new LastingMemberships.Factory(lent::getObject));
            }
        };
    }

    /** The beans are asked for late: they need the engine, which reads its models while it starts. */
    @Bean
    ProcessEnginePlugin everyTask(
            ObjectProvider<TaskCover> cover, ObjectProvider<SystemAuthority> system, ObjectProvider<Decider> decider) {
        EveryTask everyTask = new EveryTask(cover::getObject, system::getObject, decider::getObject);
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                addParseListener(configuration, everyTask);
            }
        };
    }

    @Bean
    ProcessEnginePlugin longTexts() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                addParseListener(configuration, new LongTexts());
            }
        };
    }

    private static void addParseListener(ProcessEngineConfigurationImpl configuration, BpmnParseListener listener) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(listener);
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    @Bean
    ProcessEnginePlugin computedFormFields() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<AbstractFormFieldType> types = new ArrayList<>();
                if (configuration.getCustomFormTypes() != null) {
                    types.addAll(configuration.getCustomFormTypes());
                }
                types.add(new ComputedFormType());
                configuration.setCustomFormTypes(types);
            }
        };
    }
}
