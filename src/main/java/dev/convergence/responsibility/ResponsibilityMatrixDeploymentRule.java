package dev.convergence.responsibility;

import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What each rule of a responsibility matrix must say. */
@Component
class ResponsibilityMatrixDeploymentRule implements DeploymentRule {

    private static final String FIRST = "FIRST";
    private static final String UNIQUE = "UNIQUE";
    private static final List<String> SEVERAL_GROUPS = List.of(
            ResponsibilityMatrixDecision.RESPONSIBLE,
            ResponsibilityMatrixDecision.CONSULTED,
            ResponsibilityMatrixDecision.INFORMED);

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(ResponsibilityMatrixDecision.DECISION)
                .flatMap(table -> findings(table, deploymentCandidate))
                .toList();
    }

    private static Stream<Finding> findings(DecisionSource.Table table, DeploymentCandidate deploymentCandidate) {
        return Stream.of(
                        oneAnswer(table),
                        plainTexts(table),
                        oneAccountable(table, deploymentCandidate),
                        someResponsible(table),
                        knownGroups(table, deploymentCandidate),
                        noRuleInVain(table),
                        noTwoRulesAtOnce(table))
                .flatMap(Function.identity());
    }

    private static Stream<Finding> oneAnswer(DecisionSource.Table table) {
        return Set.of(FIRST, UNIQUE).contains(table.hitPolicy())
                ? Stream.empty()
                : Stream.of(new Finding(
                        table.file(),
                        table.id(),
                        "has the hit policy " + table.hitPolicy() + "; only with " + FIRST + " or " + UNIQUE
                                + " is one rule the answer"));
    }

    private static Stream<Finding> plainTexts(DecisionSource.Table table) {
        return table.rules().stream()
                .flatMap(rule -> Stream.concat(asked(rule), rule.outputs().values().stream()))
                .filter(Cell::isExpression)
                .map(cell -> finding(
                        table,
                        cell,
                        "says " + cell.text() + "; only one text in quotes can be checked and shown"
                                + " (one rule for each task and pattern)"));
    }

    private static Stream<Cell> asked(DecisionSource.Rule rule) {
        return rule.inputs().values().stream();
    }

    private static Stream<Finding> oneAccountable(DecisionSource.Table table, DeploymentCandidate deploymentCandidate) {
        return cells(table, ResponsibilityMatrixDecision.ACCOUNTABLE)
                .filter(cell -> !cell.isExpression())
                .flatMap(cell -> KnownGroupReader.faultsOfOne(cell.literal().orElse(""), deploymentCandidate).stream()
                        .map(fault -> finding(table, cell, fault)));
    }

    private static Stream<Finding> someResponsible(DecisionSource.Table table) {
        return cells(table, ResponsibilityMatrixDecision.RESPONSIBLE)
                .filter(cell -> !cell.isExpression() && groups(cell).isEmpty())
                .map(cell -> finding(table, cell, "names no responsible group; somebody does it"));
    }

    private static Stream<Finding> knownGroups(DecisionSource.Table table, DeploymentCandidate deploymentCandidate) {
        return SEVERAL_GROUPS.stream()
                .flatMap(column -> cells(table, column))
                .flatMap(cell -> KnownGroupReader.unknown(groups(cell), deploymentCandidate).stream()
                        .map(group -> finding(table, cell, KnownGroupReader.isUnknown(group))));
    }

    /** The first rule that fits counts: one below a wider one never does. */
    private static Stream<Finding> noRuleInVain(DecisionSource.Table table) {
        List<DecisionSource.Rule> rules = readable(table);
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(index -> before(rules, index, MatrixRow::covers)
                        .map(earlier -> new Finding(
                                table.file(),
                                rules.get(index).id(),
                                "never counts: " + earlier.id() + " before it fits whatever it fits"))
                        .stream());
    }

    /** With {@code UNIQUE} the engine fails where two rules fit. */
    private static Stream<Finding> noTwoRulesAtOnce(DecisionSource.Table table) {
        List<DecisionSource.Rule> rules = UNIQUE.equals(table.hitPolicy()) ? readable(table) : List.of();
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(index -> before(rules, index, MatrixRow::meets)
                        .map(earlier -> new Finding(
                                table.file(),
                                rules.get(index).id(),
                                "fits where " + earlier.id() + " fits too, and the hit policy is " + UNIQUE))
                        .stream());
    }

    private interface Relation {
        boolean holds(MatrixRow earlier, MatrixRow later);
    }

    private static Optional<DecisionSource.Rule> before(List<DecisionSource.Rule> rules, int index, Relation relation) {
        MatrixRow later = new MatrixRow(rules.get(index));
        return rules.subList(0, index).stream()
                .filter(earlier -> relation.holds(new MatrixRow(earlier), later))
                .findFirst();
    }

    /** The rules of which can be said what they fit. */
    private static List<DecisionSource.Rule> readable(DecisionSource.Table table) {
        return table.rules().stream()
                .filter(rule -> asked(rule).noneMatch(Cell::isExpression))
                .toList();
    }

    /** The cells of a column, where there is such a column. */
    private static Stream<Cell> cells(DecisionSource.Table table, String column) {
        return table.outputs().contains(column)
                ? table.rules().stream().map(rule -> rule.output(column))
                : Stream.empty();
    }

    private static List<String> groups(Cell cell) {
        return GroupListParser.in(cell.literal().orElse(null));
    }

    private static Finding finding(DecisionSource.Table table, Cell cell, String reason) {
        return new Finding(table.file(), cell.id(), reason);
    }
}
