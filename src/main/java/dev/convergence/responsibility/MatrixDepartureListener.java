package dev.convergence.responsibility;

import dev.convergence.engine.DepartureListener;
import dev.convergence.engine.LatestTables;
import dev.convergence.engine.SystemAuthority;
import dev.convergence.model.DecisionSource;
import dev.convergence.people.Groups;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.springframework.stereotype.Component;

/** A group that work is given to stays: without it, what comes up next would wait for nobody. */
@Component
class MatrixDepartureListener implements DepartureListener {

    private static final List<String> COLUMNS = List.of(
            ResponsibilityMatrix.RESPONSIBLE,
            ResponsibilityMatrix.ACCOUNTABLE,
            ResponsibilityMatrix.CONSULTED,
            ResponsibilityMatrix.INFORMED);

    private final LatestTables tables;
    private final SystemAuthority system;

    MatrixDepartureListener(LatestTables tables, SystemAuthority system) {
        this.tables = tables;
        this.system = system;
    }

    @Override
    public void groupLeaves(String group) {
        if (Groups.ALL.contains(group) || group.equals(Groups.SUBSTITUTES)) {
            throw new BadUserRequestException(
                    "The group '" + group + "' cannot be deleted: it comes with the application");
        }
        if (isNamed(group)) {
            throw new BadUserRequestException("The group '" + group
                    + "' cannot be deleted: the responsibility matrix names it. Deploy a matrix without it first");
        }
    }

    private boolean isNamed(String group) {
        return system.call(() -> tables.decision(ResponsibilityMatrix.DECISION)).flatMap(DecisionSource::table).stream()
                .flatMap(table -> table.rules().stream())
                .flatMap(MatrixDepartureListener::groups)
                .anyMatch(group::equals);
    }

    private static Stream<String> groups(DecisionSource.Rule rule) {
        return COLUMNS.stream()
                .map(column -> rule.output(column).literal())
                .flatMap(Optional::stream)
                .flatMap(cell -> GroupList.in(cell).stream());
    }
}
