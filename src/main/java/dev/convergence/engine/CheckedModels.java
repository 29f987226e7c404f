package dev.convergence.engine;

import dev.convergence.model.Candidate;
import dev.convergence.model.DecisionFile;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.EndlessProcesses;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessFile;
import dev.convergence.model.ProcessSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.ObjectProvider;

/** Refuses a deployment in which a rule finds something wrong, and says all that is wrong at once. */
final class CheckedModels implements Deployer {

    private final ObjectProvider<DeploymentRule> rules;
    private final Candidate.Surroundings surroundings;

    CheckedModels(ObjectProvider<DeploymentRule> rules, Candidate.Surroundings surroundings) {
        this.rules = rules;
        this.surroundings = surroundings;
    }

    /** The engine also comes here to read again what it deployed long ago; that is not asked anew. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Candidate candidate = candidate(deployment);
            refuse(Stream.concat(runaways(deployment), findings(candidate))
                    .distinct()
                    .toList());
        }
    }

    private Stream<Finding> findings(Candidate candidate) {
        return rules.orderedStream().flatMap(rule -> rule.findings(candidate).stream());
    }

    /** What could keep a node busy for ever. */
    private static Stream<Finding> runaways(DeploymentEntity deployment) {
        return Stream.concat(
                files(deployment, BpmnDeployer.BPMN_RESOURCE_SUFFIXES).flatMap(CheckedModels::endless),
                files(deployment, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)
                        .flatMap(file -> DecisionExpressions.refusedIn(file.getName(), content(file)).stream()));
    }

    private static Stream<Finding> endless(ResourceEntity file) {
        try {
            return EndlessProcesses.in(
                    file.getName(), content(file), ClockUtil.getCurrentTime().toInstant())
                    .stream();
        } catch (ModelException unreadable) {
            return Stream.empty();
        }
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new RefusedModels(findings);
        }
    }

    private Candidate candidate(DeploymentEntity deployment) {
        return new Candidate(
                files(deployment, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)
                        .flatMap(CheckedModels::processes)
                        .toList(),
                files(deployment, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)
                        .flatMap(CheckedModels::decisions)
                        .toList(),
                surroundings);
    }

    private static Stream<ResourceEntity> files(DeploymentEntity deployment, String... endings) {
        return deployment.getResources().values().stream()
                .filter(file -> Arrays.stream(endings).anyMatch(file.getName()::endsWith));
    }

    /** What cannot be read is left to the engine, which says in which line it is broken. */
    private static Stream<ProcessSource> processes(ResourceEntity file) {
        try {
            return ProcessFile.read(file.getName(), content(file)).stream();
        } catch (ModelException unreadable) {
            return Stream.empty();
        }
    }

    /** The engine reads decisions in the same way, but answers with a fault of its own where it cannot. */
    private static Stream<DecisionSource> decisions(ResourceEntity file) {
        try {
            return DecisionFile.read(file.getName(), content(file)).stream();
        } catch (ModelException unreadable) {
            throw new RefusedModels(
                    List.of(new Finding(file.getName(), file.getName(), "is no DMN: " + reason(unreadable))));
        }
    }

    private static String reason(Throwable fault) {
        return fault.getCause() == null ? fault.getMessage() : reason(fault.getCause());
    }

    private static InputStream content(ResourceEntity file) {
        return new ByteArrayInputStream(file.getBytes());
    }
}
