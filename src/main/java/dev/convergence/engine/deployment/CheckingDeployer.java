package dev.convergence.engine.deployment;

import dev.convergence.model.DecisionReader;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.EndlessProcessDetector;
import dev.convergence.model.Finding;
import dev.convergence.model.ProcessReader;
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
final class CheckingDeployer implements Deployer {

    private final ObjectProvider<DeploymentRule> rules;
    private final DeploymentCandidate.Surroundings surroundings;

    CheckingDeployer(ObjectProvider<DeploymentRule> rules, DeploymentCandidate.Surroundings surroundings) {
        this.rules = rules;
        this.surroundings = surroundings;
    }

    /** The engine also comes here to read again what it deployed long ago; that is not asked anew. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            DeploymentCandidate deploymentCandidate = candidate(deployment);
            refuse(Stream.concat(runaways(deployment), findings(deploymentCandidate))
                    .distinct()
                    .toList());
        }
    }

    private Stream<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return rules.orderedStream().flatMap(rule -> rule.findings(deploymentCandidate).stream());
    }

    /** What could keep a node busy for ever. */
    private static Stream<Finding> runaways(DeploymentEntity deployment) {
        return Stream.concat(
                files(deployment, BpmnDeployer.BPMN_RESOURCE_SUFFIXES).flatMap(CheckingDeployer::endless),
                files(deployment, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)
                        .flatMap(
                                file -> DecisionExpressionValidator.refusedIn(file.getName(), content(file)).stream()));
    }

    private static Stream<Finding> endless(ResourceEntity file) {
        try {
            return EndlessProcessDetector.in(
                    file.getName(), content(file), ClockUtil.getCurrentTime().toInstant())
                    .stream();
        } catch (ModelException unreadable) {
            return Stream.empty();
        }
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new RefusedModelsException(findings);
        }
    }

    private DeploymentCandidate candidate(DeploymentEntity deployment) {
        return new DeploymentCandidate(
                files(deployment, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)
                        .flatMap(CheckingDeployer::processes)
                        .toList(),
                files(deployment, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)
                        .flatMap(CheckingDeployer::decisions)
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
            return ProcessReader.read(file.getName(), content(file)).stream();
        } catch (ModelException unreadable) {
            return Stream.empty();
        }
    }

    /** The engine reads decisions in the same way, but answers with a fault of its own where it cannot. */
    private static Stream<DecisionSource> decisions(ResourceEntity file) {
        try {
            return DecisionReader.read(file.getName(), content(file)).stream();
        } catch (ModelException unreadable) {
            throw new RefusedModelsException(
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
