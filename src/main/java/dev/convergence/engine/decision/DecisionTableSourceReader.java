package dev.convergence.engine.decision;

import dev.convergence.model.DecisionReader;
import dev.convergence.model.DecisionSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Decisions as process owners wrote and deployed them last; to be read by people, not to be evaluated. */
@Component
public class DecisionTableSourceReader {

    private final RepositoryService repository;
    private final Map<String, DecisionSource> sources = new ConcurrentHashMap<>();

    DecisionTableSourceReader(RepositoryService repository) {
        this.repository = repository;
    }

    /** For who has no application context around: a deployment that is being checked. */
    public static DecisionTableSourceReader of(RepositoryService repository) {
        return new DecisionTableSourceReader(repository);
    }

    /** All of them, their latest versions. */
    public List<DecisionSource> all() {
        return repository.createDecisionDefinitionQuery().withoutTenantId().latestVersion().list().stream()
                .map(this::source)
                .toList();
    }

    /** The latest version, read once. */
    public Optional<DecisionSource> decision(String id) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(id)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult())
                .map(this::source);
    }

    private DecisionSource source(DecisionDefinition latest) {
        return sources.computeIfAbsent(latest.getId(), version -> read(latest));
    }

    private DecisionSource read(DecisionDefinition definition) {
        try (InputStream content = repository.getDecisionModel(definition.getId())) {
            List<DecisionSource> all = DecisionReader.read(definition.getResourceName(), content);
            return all.stream()
                    .filter(decision -> decision.id().equals(definition.getKey()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
