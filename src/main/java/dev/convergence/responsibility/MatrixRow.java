package dev.convergence.responsibility;

import dev.convergence.model.DecisionSource;
import java.util.Optional;

/** A rule of the matrix as it was written; what has no task or no pattern fits all of them. */
record MatrixRow(DecisionSource.Rule rule) {

    Optional<String> task() {
        return rule.input(ResponsibilityMatrix.TASK).literal();
    }

    Optional<String> pattern() {
        return rule.input(ResponsibilityMatrix.PATTERN).literal();
    }

    /**
     * Whether it answers for a task.
     *
     * @param pattern empty where it is known only when the task comes up; any will do then
     */
    boolean fits(String task, Optional<String> pattern) {
        return covers(task(), Optional.of(task)) && (pattern.isEmpty() || covers(pattern(), pattern));
    }

    /** Whether it fits all that the other one fits. */
    boolean covers(MatrixRow other) {
        return covers(task(), other.task()) && covers(pattern(), other.pattern());
    }

    /** Whether there is something that both fit. */
    boolean meets(MatrixRow other) {
        return meet(task(), other.task()) && meet(pattern(), other.pattern());
    }

    private static boolean covers(Optional<String> wide, Optional<String> narrow) {
        return wide.isEmpty() || wide.equals(narrow);
    }

    private static boolean meet(Optional<String> one, Optional<String> other) {
        return covers(one, other) || covers(other, one);
    }
}
