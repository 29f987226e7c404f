package dev.convergence.adaptive.action.limit;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.responsibility.GroupListParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code adaptation-bounds} must say. Expressions for times and kinds are the engine's to judge. */
@Component
class BoundsDeploymentRule implements DeploymentRule {

    private final WorkingCalendarRegistry calendars;

    BoundsDeploymentRule(WorkingCalendarRegistry calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(BoundsPolicy.DECISION)
                .flatMap(this::findings)
                .toList();
    }

    private Stream<Finding> findings(DecisionSource.Table table) {
        return Stream.of(
                        column(table, BoundsPolicy.MOST, BoundsDeploymentRule::faultOfPercent),
                        column(table, BoundsPolicy.DAILY, BoundsDeploymentRule::faultOfPercent),
                        column(table, BoundsPolicy.FLOOR, BoundsDeploymentRule::faultOfPercent),
                        column(table, BoundsPolicy.KINDS, cell -> cell.literal()
                                .flatMap(kinds -> BoundsTermsValidator.faultOfKinds(GroupListParser.in(kinds)))),
                        column(table, BoundsPolicy.APPROVAL_WITHIN, BoundsDeploymentRule::faultOfTime),
                        column(table, BoundsPolicy.CALENDAR, cell -> cell.literal()
                                .flatMap(calendar -> BoundsTermsValidator.faultOfCalendar(calendar, calendars))))
                .flatMap(Function.identity());
    }

    private static Optional<String> faultOfPercent(Cell cell) {
        boolean number = cell.text().matches("\\d{1,3}(\\.\\d{1,4})?");
        return number ? BoundsTermsValidator.faultOfPercent(new BigDecimal(cell.text())) : Optional.of("is no number");
    }

    private static Optional<String> faultOfTime(Cell cell) {
        return cell.isEmpty() ? Optional.of("is empty") : cell.literal().flatMap(BoundsTermsValidator::faultOfTime);
    }

    private static Stream<Finding> column(
            DecisionSource.Table table, ProcessVariable<?> column, Function<Cell, Optional<String>> fault) {
        return table.rules().stream().map(rule -> rule.output(column.name())).flatMap(cell -> fault.apply(cell).stream()
                .map(reason ->
                        new Finding(table.file(), cell.id(), "cannot be used: " + column.name() + " " + reason)));
    }
}
