package dev.convergence.engine.decision;

import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.model.DecisionReader;
import dev.convergence.model.DecisionSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Reads decision tables for the decision engine alone. What it evaluates has no id in the process engine, hence no history. */
@Component
class DecisionParser {

    private final RepositoryService repository;
    private final SystemAuthority system;
    private final DmnEngine dmn;
    private final CommandExecutor commands;

    DecisionParser(ProcessEngine engine, RepositoryService repository, SystemAuthority system) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = repository;
        this.system = system;
        this.dmn = configuration.getDmnEngine();
        this.commands = configuration.getCommandExecutorTxRequired();
    }

    /**
     * The latest version.
     *
     * @param known the version that is in memory; null where none is
     */
    ParsedDecision latest(String decision, ParsedDecision known) {
        return system.call(() -> {
            DecisionDefinition definition = definition(decision);
            return known != null && known.version().equals(definition.getId()) ? known : parse(definition);
        });
    }

    private DecisionDefinition definition(String decision) {
        DecisionDefinition latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        if (latest == null) {
            throw new IllegalStateException("The decision " + decision + " is not deployed");
        }
        return latest;
    }

    private ParsedDecision parse(DecisionDefinition definition) {
        byte[] content = content(definition);
        DmnDecision decision =
                commands.execute(command -> dmn.parseDecision(definition.getKey(), new ByteArrayInputStream(content)));
        DecisionSource.Table source =
                DecisionReader.read(definition.getResourceName(), new ByteArrayInputStream(content)).stream()
                        .filter(one -> one.id().equals(definition.getKey()))
                        .findFirst()
                        .flatMap(DecisionSource::table)
                        .orElseThrow();
        return new ParsedDecision(
                definition.getId(),
                source,
                // Within a command, because the engine's listeners look there for its configuration.
                inputs -> commands.execute(
                        command -> dmn.evaluateDecisionTable(decision, inputs).getResultList()));
    }

    private byte[] content(DecisionDefinition definition) {
        try (InputStream content = repository.getDecisionModel(definition.getId())) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
