package dev.convergence.engine.deployment;

import dev.convergence.model.Finding;
import dev.convergence.model.bound.DeploymentBounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Refuses what is too large before anything else reads it: the schema's validator alone may take longer than anybody
 * waits. Comes before all other deployers, also where the engine reads again what it deployed long ago.
 */
final class ModelBoundDeployer implements Deployer {

    private final ObjectProvider<DeploymentBounds> bounds;

    ModelBoundDeployer(ObjectProvider<DeploymentBounds> bounds) {
        this.bounds = bounds;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        List<Finding> findings = bounds.getObject().findings(files);
        if (!findings.isEmpty()) {
            throw new RefusedModelsException(findings);
        }
    }
}
