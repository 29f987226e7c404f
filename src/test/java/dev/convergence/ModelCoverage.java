package dev.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Which elements of the models the tests of a class pass through. Writes a report for each class under
 * {@code target/process-test-coverage}, and fails a class that leaves out an element of a model that it answers for.
 */
public final class ModelCoverage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String REPORTS = "target/process-test-coverage";

    private final List<String> models;
    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    private ModelCoverage(List<String> models) {
        this.models = models;
    }

    /** The test class passes through every element of these models. */
    public static ModelCoverage completeFor(String... models) {
        return new ModelCoverage(List.of(models));
    }

    /** Listens in the engine; other contexts do without. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Recording {

        @Bean
        ProcessEnginePlugin coverageRecording() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl configuration) {
                    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
                }

                @Override
                public void postProcessEngineBuild(ProcessEngine engine) {
                    new ProcessEngineAdapter(engine, Recorder.INSTANCE).initializeListeners();
                }
            };
        }
    }

    /** What the engine reports to; drops what happens while no test is recorded. */
    private enum Recorder implements Collector {
        INSTANCE;

        private volatile DefaultCollector recording;

        @Override
        public void addEvent(Event event) {
            DefaultCollector collector = recording;
            if (collector != null) {
                collector.addEvent(event);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context);
        String name = context.getRequiredTestClass().getName();
        collector.createSuite(new Suite(name, name));
        collector.activateSuite(name);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        collector.createRun(
                new Run(context.getUniqueId(), context.getDisplayName()),
                collector.getActiveSuite().getId());
        collector.activateRun(context.getUniqueId());
        Recorder.INSTANCE.recording = collector;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Recorder.INSTANCE.recording = null;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CoverageReportUtil.createReport(collector, REPORTS);
        CoverageReportUtil.createJsonReport(collector, REPORTS);
        for (String model : models) {
            assertThat(missed(model))
                    .as("elements of %s that no test of %s passes", model, context.getDisplayName())
                    .isEmpty();
        }
    }

    private Set<String> missed(String model) {
        Set<String> passed = collector.getActiveSuite().getEvents(model).stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet());
        BpmnModelInstance drawn = Bpmn.readModelFromFile(new File("bpmn", model + ".bpmn"));
        return Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(type -> drawn.getModelElementsByType(type).stream())
                .map(FlowElement.class::cast)
                .map(FlowElement::getId)
                .filter(id -> !passed.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
