package dev.convergence.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that ship with the application, all in one deployment: they call each other, and show their forms,
 * by the binding {@code deployment}, so that a new version never changes a running campaign. An unchanged set is not
 * deployed again.
 */
@Component
class ModelDeploymentPlugin extends AbstractProcessEnginePlugin {

    private static final String NAME = "campaign-convergence";
    private static final List<String> MODELS =
            List.of(ShippedModelReader.PROCESSES, ShippedModelReader.DECISIONS, "classpath*:forms/**/*.form");

    private final ResourcePatternResolver resources;

    ModelDeploymentPlugin(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .name(NAME)
                .source("application")
                .enableDuplicateFiltering(false);
        MODELS.stream().flatMap(this::find).forEach(model -> add(deployment, model));
        deployment.deploy();
    }

    private Stream<Resource> find(String pattern) {
        try {
            return Arrays.stream(resources.getResources(pattern)).sorted(Comparator.comparing(Resource::getFilename));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource model) {
        try (InputStream content = model.getInputStream()) {
            deployment.addInputStream(model.getFilename(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
