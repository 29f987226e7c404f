package dev.convergence.engine.deployment;

import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the application tells a campaign starts no process: one that listened would hear, and stop, what is meant for
 * campaigns.
 */
@Component
class ReservedMessageDeploymentRule implements DeploymentRule {

    private final ShippedModelReader shipped;

    ReservedMessageDeploymentRule(ShippedModelReader shipped) {
        this.shipped = shipped;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate.processes().stream()
                .flatMap(process -> process.startMessages().stream()
                        .filter(shipped.messages()::contains)
                        .map(message -> new Finding(
                                process.file(),
                                process.id(),
                                "is started by the message '" + message
                                        + "', which is for running campaigns: give the message another name")))
                .toList();
    }
}
