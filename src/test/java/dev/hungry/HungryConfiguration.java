package dev.hungry;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A fault of the application's own, put beside it in a process of its own: a task with the id {@code hungry} takes all
 * the memory there is. Outside the application's packages, so that no other test comes across it.
 */
@Configuration(proxyBeanMethods = false)
public class HungryConfiguration {

    @Bean
    ProcessEnginePlugin hungryTasks() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new HungryTasks())));
            }
        };
    }

    private static final class HungryTasks extends AbstractBpmnParseListener {

        @Override
        public void parseTask(Element element, ScopeImpl scope, ActivityImpl task) {
            if ("hungry".equals(task.getId())) {
                task.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> eat());
            }
        }

        private static void eat() {
            List<long[]> eaten = new ArrayList<>();
            while (true) {
                eaten.add(new long[1_000_000]);
            }
        }
    }
}
