package dev.convergence.engine.deployment;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Refuses the kinds of deployed files that this application has no use for and no guard on. */
final class KnownResourceDeployer implements Deployer {

    private static final Set<String> REFUSED = Set.of("cmmn", "cmmn10.xml", "cmmn11.xml", "html", "htm", "js");

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().keySet().forEach(KnownResourceDeployer::refuseUnknown);
    }

    private static void refuseUnknown(String resource) {
        String name = resource.toLowerCase(Locale.ROOT);
        if (REFUSED.stream().anyMatch(ending -> name.endsWith("." + ending))) {
            throw new BadUserRequestException(
                    "'" + resource + "' cannot be deployed: deploy BPMN processes, DMN decisions and Camunda Forms");
        }
    }
}
