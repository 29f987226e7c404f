package dev.convergence.responsibility;

import dev.convergence.model.DecisionSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A rule of the matrix as it was written; an empty cell fits everything. */
record MatrixRow(DecisionSource.Rule rule) {

    /** What the application tells the matrix; whatever else a column asks for is never known. */
    private static final Set<String> ASKED =
            Set.of(ResponsibilityMatrixDecision.TASK, ResponsibilityMatrixDecision.PATTERN);

    /**
     * Whether it answers for a task.
     *
     * @param pattern empty where it is known only when the task comes up; any will do then
     */
    boolean fits(String task, Optional<String> pattern) {
        return covers(cell(ResponsibilityMatrixDecision.TASK), Optional.of(task))
                && (pattern.isEmpty() || covers(cell(ResponsibilityMatrixDecision.PATTERN), pattern))
                && columns().filter(column -> !ASKED.contains(column)).allMatch(column -> cell(column)
                        .isEmpty());
    }

    /** Whether it fits all that the other one fits. */
    boolean covers(MatrixRow other) {
        return columns().allMatch(column -> covers(cell(column), other.cell(column)));
    }

    /** Whether there is something that both fit. */
    boolean meets(MatrixRow other) {
        return columns()
                .allMatch(
                        column -> covers(cell(column), other.cell(column)) || covers(other.cell(column), cell(column)));
    }

    private Stream<String> columns() {
        return rule.inputs().keySet().stream();
    }

    private Optional<String> cell(String column) {
        return rule.input(column).literal();
    }

    private static boolean covers(Optional<String> wide, Optional<String> narrow) {
        return wide.isEmpty() || wide.equals(narrow);
    }
}
