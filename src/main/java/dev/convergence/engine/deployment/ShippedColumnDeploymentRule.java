package dev.convergence.engine.deployment;

import dev.convergence.model.DecisionSource;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The application asks its decisions by the names of their columns. Whoever changes such a decision keeps a table with
 * those that the shipped one has, of the same types; more are welcome.
 */
@Component
class ShippedColumnDeploymentRule implements DeploymentRule {

    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

    private final ShippedModelReader shipped;

    ShippedColumnDeploymentRule(ShippedModelReader shipped) {
        this.shipped = shipped;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate.decisions().stream()
                .filter(decision -> shipped.decisions().containsKey(decision.id()))
                .flatMap(this::findings)
                .toList();
    }

    private Stream<Finding> findings(DecisionSource decision) {
        return decision.table()
                .map(table -> faults(
                        table, shipped.decisions().get(decision.id()).table().orElseThrow()))
                .orElseGet(() -> Stream.of(new Finding(decision.file(), decision.id(), "has no decision table")));
    }

    private static Stream<Finding> faults(DecisionSource.Table table, DecisionSource.Table shipped) {
        return Stream.concat(missing(table, shipped), changed(table, shipped));
    }

    /** The engine reads what a cell says as the type of its column: 0 in a column of texts is no number any more. */
    private static Stream<Finding> changed(DecisionSource.Table table, DecisionSource.Table shipped) {
        return table.types().entrySet().stream()
                .filter(column -> shipped.types().containsKey(column.getKey()))
                .filter(column ->
                        !kind(column.getValue()).equals(kind(shipped.types().get(column.getKey()))))
                .map(column -> new Finding(
                        table.file(),
                        table.id(),
                        "has the type %s for '%s', which the application reads as %s"
                                .formatted(
                                        column.getValue(),
                                        column.getKey(),
                                        shipped.types().get(column.getKey()))));
    }

    private static String kind(String type) {
        return NUMBERS.contains(type) ? "number" : type;
    }

    private static Stream<Finding> missing(DecisionSource.Table table, DecisionSource.Table shipped) {
        return Stream.concat(
                missing(table, shipped, "input", DecisionSource.Table::inputs),
                missing(table, shipped, "output", DecisionSource.Table::outputs));
    }

    private static Stream<Finding> missing(
            DecisionSource.Table table,
            DecisionSource.Table shipped,
            String kind,
            Function<DecisionSource.Table, List<String>> columns) {
        List<String> present = columns.apply(table);
        return columns.apply(shipped).stream()
                .filter(column -> !present.contains(column))
                .map(column -> new Finding(
                        table.file(),
                        table.id(),
                        "has no " + kind + " '" + column + "', which the application asks for; it has " + present));
    }
}
