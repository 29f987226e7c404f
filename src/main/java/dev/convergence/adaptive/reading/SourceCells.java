package dev.convergence.adaptive.reading;

import static dev.convergence.adaptive.rule.TableFaults.duration;
import static dev.convergence.adaptive.rule.TableFaults.optional;
import static dev.convergence.adaptive.rule.TableFaults.text;
import static dev.convergence.adaptive.rule.TableFaults.whole;

import dev.convergence.adaptive.rule.TableFaults;
import dev.convergence.model.Candidate;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.responsibility.KnownGroups;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code reading-sources} must say. */
@Component
class SourceCells implements DeploymentRule {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_READINGS = 1000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Override
    public List<Finding> findings(Candidate candidate) {
        return candidate
                .tables(ReadingSources.DECISION)
                .flatMap(table -> findings(table, candidate))
                .toList();
    }

    private static Stream<Finding> findings(DecisionSource.Table table, Candidate candidate) {
        TableFaults faults = new TableFaults(table).hitPolicy("UNIQUE", "FIRST");
        sources(table, faults);
        return faults.column(ReadingSources.NAME, optional(text(LONGEST_NAME)))
                .column(ReadingSources.OWNER, cell -> faultOfOwner(cell, candidate))
                .column(ReadingSources.HEARTBEAT, duration(SHORTEST))
                .column(ReadingSources.RESUMES_AFTER, optional(whole(1, MOST_READINGS)))
                .all();
    }

    /** A source for each rule: they are counted and watched one by one. */
    private static void sources(DecisionSource.Table table, TableFaults faults) {
        Set<String> seen = new HashSet<>();
        table.rules().stream()
                .map(rule -> rule.input(ReadingSources.SOURCE.name()))
                .forEach(cell -> text(Reading.LONGEST_NAME)
                        .apply(cell)
                        .or(() -> faultOfSource(cell.literal().orElseThrow(), seen))
                        .ifPresent(fault -> faults.at(cell.id(), fault)));
    }

    private static Optional<String> faultOfSource(String id, Set<String> seen) {
        if (id.equals(ReadingSources.UNKNOWN)) {
            return Optional.of("'" + id + "' is kept for sources that have no rule");
        }
        return seen.add(id) ? Optional.empty() : Optional.of("'" + id + "' has a rule already");
    }

    private static Optional<String> faultOfOwner(Cell cell, Candidate candidate) {
        return text(LONGEST_NAME)
                .apply(cell)
                .or(() -> KnownGroups.faultsOfOne(cell.literal().orElseThrow(), candidate).stream()
                        .findFirst());
    }
}
