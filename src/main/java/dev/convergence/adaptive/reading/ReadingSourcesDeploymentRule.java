package dev.convergence.adaptive.reading;

import static dev.convergence.adaptive.rule.DecisionTableValidator.duration;
import static dev.convergence.adaptive.rule.DecisionTableValidator.optional;
import static dev.convergence.adaptive.rule.DecisionTableValidator.text;
import static dev.convergence.adaptive.rule.DecisionTableValidator.whole;

import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.adaptive.rule.DecisionTableValidator;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.responsibility.KnownGroupReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code reading-sources} must say. */
@Component
class ReadingSourcesDeploymentRule implements DeploymentRule {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_READINGS = 1000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(ReadingSourcesDecision.DECISION)
                .flatMap(table -> findings(table, deploymentCandidate))
                .toList();
    }

    private static Stream<Finding> findings(DecisionSource.Table table, DeploymentCandidate deploymentCandidate) {
        DecisionTableValidator faults = new DecisionTableValidator(table).hitPolicy("UNIQUE", "FIRST");
        sources(table, faults);
        return faults.column(ReadingSourcesDecision.NAME, optional(text(LONGEST_NAME)))
                .column(ReadingSourcesDecision.OWNER, cell -> faultOfOwner(cell, deploymentCandidate))
                .column(ReadingSourcesDecision.HEARTBEAT, duration(SHORTEST))
                .column(ReadingSourcesDecision.RESUMES_AFTER, optional(whole(1, MOST_READINGS)))
                .all();
    }

    /** A source for each rule: they are counted and watched one by one. */
    private static void sources(DecisionSource.Table table, DecisionTableValidator faults) {
        Set<String> seen = new HashSet<>();
        table.rules().stream()
                .map(rule -> rule.input(ReadingSourcesDecision.SOURCE.name()))
                .forEach(cell -> text(Reading.LONGEST_NAME)
                        .apply(cell)
                        .or(() -> faultOfSource(cell.literal().orElseThrow(), seen))
                        .ifPresent(fault -> faults.at(cell.id(), fault)));
    }

    private static Optional<String> faultOfSource(String id, Set<String> seen) {
        if (id.equals(ReadingSourcesDecision.UNKNOWN)) {
            return Optional.of("'" + id + "' is kept for sources that have no rule");
        }
        return seen.add(id) ? Optional.empty() : Optional.of("'" + id + "' has a rule already");
    }

    private static Optional<String> faultOfOwner(Cell cell, DeploymentCandidate deploymentCandidate) {
        return text(LONGEST_NAME)
                .apply(cell)
                .or(() -> KnownGroupReader.faultsOfOne(cell.literal().orElseThrow(), deploymentCandidate).stream()
                        .findFirst());
    }
}
