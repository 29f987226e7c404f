package dev.convergence.adaptive.action;

import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.Variable;
import dev.convergence.model.Candidate;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.responsibility.GroupList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code adaptation-bounds} must say. Expressions for times and kinds are the engine's to judge. */
@Component
class BoundsCells implements DeploymentRule {

    private final WorkingCalendars calendars;

    BoundsCells(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Finding> findings(Candidate candidate) {
        return candidate.tables(BoundsPolicy.DECISION).flatMap(this::findings).toList();
    }

    private Stream<Finding> findings(DecisionSource.Table table) {
        return Stream.of(
                        column(table, BoundsPolicy.MOST, BoundsCells::faultOfPercent),
                        column(table, BoundsPolicy.DAILY, BoundsCells::faultOfPercent),
                        column(table, BoundsPolicy.FLOOR, BoundsCells::faultOfPercent),
                        column(table, BoundsPolicy.KINDS, cell -> cell.literal()
                                .flatMap(kinds -> BoundsTerms.faultOfKinds(GroupList.in(kinds)))),
                        column(table, BoundsPolicy.APPROVAL_WITHIN, BoundsCells::faultOfTime),
                        column(table, BoundsPolicy.CALENDAR, cell -> cell.literal()
                                .flatMap(calendar -> BoundsTerms.faultOfCalendar(calendar, calendars))))
                .flatMap(Function.identity());
    }

    private static Optional<String> faultOfPercent(Cell cell) {
        boolean number = cell.text().matches("\\d{1,3}(\\.\\d{1,4})?");
        return number ? BoundsTerms.faultOfPercent(new BigDecimal(cell.text())) : Optional.of("is no number");
    }

    private static Optional<String> faultOfTime(Cell cell) {
        return cell.isEmpty() ? Optional.of("is empty") : cell.literal().flatMap(BoundsTerms::faultOfTime);
    }

    private static Stream<Finding> column(
            DecisionSource.Table table, Variable<?> column, Function<Cell, Optional<String>> fault) {
        return table.rules().stream().map(rule -> rule.output(column.name())).flatMap(cell -> fault.apply(cell).stream()
                .map(reason ->
                        new Finding(table.file(), cell.id(), "cannot be used: " + column.name() + " " + reason)));
    }
}
