package dev.convergence.responsibility;

import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DecisionSource.Rule;
import java.util.List;

/**
 * One rule of the matrix, as people read it.
 *
 * @param task the task, gate or handoff; null for whatever has no rule of its own
 * @param pattern null for all patterns
 * @param responsible the groups that do it
 * @param accountable the one group that decides it
 * @param consulted the groups that are asked before
 * @param informed the groups that are told after
 * @param description why it is so; null where nobody wrote that down
 */
record ResponsibilityRow(
        String task,
        String pattern,
        List<String> responsible,
        String accountable,
        List<String> consulted,
        List<String> informed,
        String description) {

    static ResponsibilityRow of(Rule rule) {
        return new ResponsibilityRow(
                text(rule.input(ResponsibilityMatrixDecision.TASK)),
                text(rule.input(ResponsibilityMatrixDecision.PATTERN)),
                groups(rule.output(ResponsibilityMatrixDecision.RESPONSIBLE)),
                text(rule.output(ResponsibilityMatrixDecision.ACCOUNTABLE)),
                groups(rule.output(ResponsibilityMatrixDecision.CONSULTED)),
                groups(rule.output(ResponsibilityMatrixDecision.INFORMED)),
                rule.description().orElse(null));
    }

    /** A table from before its rules were checked may hold anything; that is shown as it stands. */
    private static String text(Cell cell) {
        return cell.isEmpty() ? null : cell.literal().orElse(cell.text());
    }

    private static List<String> groups(Cell cell) {
        return GroupListParser.in(text(cell));
    }
}
