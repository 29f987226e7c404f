package dev.convergence.engine.decision;

import java.util.Arrays;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Lets those who keep decisions in memory know that there are new ones. */
public final class DecisionStampDeployer implements Deployer {

    private final Supplier<DecisionStampRepository> stamp;

    public DecisionStampDeployer(Supplier<DecisionStampRepository> stamp) {
        this.stamp = stamp;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()
                && deployment.getResources().keySet().stream().anyMatch(DecisionStampDeployer::holdsDecisions)) {
            stamp.get().moveOn();
        }
    }

    private static boolean holdsDecisions(String file) {
        return Arrays.stream(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES).anyMatch(file::endsWith);
    }
}
