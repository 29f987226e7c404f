package dev.convergence.engine.deployment;

import dev.convergence.engine.decision.DecisionTableSourceReader;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.ProcessReader;
import dev.convergence.model.ProcessSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** What the engine has at the moment. Its configuration is asked each time: while it starts, there is no engine yet. */
final class DeployedModelReader implements DeploymentCandidate.Surroundings {

    /** As many as the engine answers in one query. */
    private static final int MOST = 2000;

    private final ProcessEngineConfigurationImpl engine;
    private final ShippedModelReader shipped;

    DeployedModelReader(ProcessEngineConfigurationImpl engine, ShippedModelReader shipped) {
        this.engine = engine;
        this.shipped = shipped;
    }

    @Override
    public Optional<DecisionSource> decision(String id) {
        return DecisionTableSourceReader.of(engine.getRepositoryService()).decision(id);
    }

    @Override
    public List<ProcessSource> processes() {
        return engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .listPage(0, MOST)
                .stream()
                .flatMap(this::process)
                .toList();
    }

    private Stream<ProcessSource> process(ProcessDefinition definition) {
        RepositoryService repository = engine.getRepositoryService();
        return ProcessReader.read(definition.getResourceName(), repository.getBpmnModelInstance(definition.getId()))
                .stream()
                .filter(process -> process.id().equals(definition.getKey()));
    }

    @Override
    public boolean hasGroup(String id) {
        return engine.getIdentityService().createGroupQuery().groupId(id).count() > 0;
    }

    @Override
    public boolean ships(String process) {
        return shipped.processes().contains(process);
    }
}
