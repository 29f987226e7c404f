package dev.convergence.escalation.wait;

import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code gate-policy} must say. Expressions for times and calendars are the engine's to judge. */
@Component
class GatePolicyDeploymentRule implements DeploymentRule {

    private static final Set<String> FLAGS = Set.of("", "true", "false");

    private final WaitTermsValidator terms;

    GatePolicyDeploymentRule(WaitTermsValidator terms) {
        this.terms = terms;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(WaitPolicyReader.DECISION)
                .flatMap(this::findings)
                .toList();
    }

    private Stream<Finding> findings(DecisionSource.Table table) {
        return Stream.of(
                        column(table, WaitPolicyReader.SLA, cell -> cell.literal()
                                .flatMap(terms::faultOfSla)),
                        column(table, WaitPolicyReader.CALENDAR, cell -> cell.literal()
                                .flatMap(terms::faultOfCalendar)),
                        column(table, WaitPolicyReader.QUORUM, this::faultOfQuorum),
                        column(table, WaitPolicyReader.VETO, GatePolicyDeploymentRule::faultOfVeto))
                .flatMap(Function.identity());
    }

    private Optional<String> faultOfQuorum(Cell cell) {
        return cell.isExpression()
                ? Optional.of(cell.text() + " is not a text in quotes")
                : cell.literal().flatMap(terms::faultOfQuorum);
    }

    private static Optional<String> faultOfVeto(Cell cell) {
        return Optional.of(cell.text() + " is neither true nor false").filter(fault -> !FLAGS.contains(cell.text()));
    }

    private static Stream<Finding> column(
            DecisionSource.Table table, ProcessVariable<?> column, Function<Cell, Optional<String>> fault) {
        return table.rules().stream()
                .map(rule -> rule.output(column.name()))
                .flatMap(
                        cell -> fault
                                .apply(cell)
                                .map(reason -> new Finding(table.file(), cell.id(), "cannot be used: " + reason))
                                .stream());
    }
}
