package dev.convergence.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process as it was drawn, as far as rules ask.
 *
 * @param texts all expressions, wherever they stand
 * @param startMessages the names of the messages that start it
 */
public record ProcessSource(
        String file, String id, List<Call> calls, List<Task> tasks, List<Text> texts, List<String> startMessages) {

    /**
     * A call of another process.
     *
     * @param called its id, or an expression
     * @param passed what it is given, by the names that it knows it under: literals as they stand, all else as
     *     expressions
     * @param passesAll whether it is given all there is
     */
    public record Call(String id, String called, Map<String, String> passed, boolean passesAll) {

        public boolean passes(String variable) {
            return passesAll || passed.containsKey(variable);
        }

        /** What is passed, where that can be said without running the process. */
        public Optional<String> literal(String variable) {
            return Optional.ofNullable(passed.get(variable)).filter(value -> !isExpression(value));
        }
    }

    /**
     * A user task.
     *
     * @param candidateGroups as written; empty where there are none
     */
    public record Task(String id, String candidateGroups) {}

    /** An expression, and the element that it belongs to. */
    public record Text(String element, String text) {}

    /** Whether only the engine can say what a value is. */
    public static boolean isExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }
}
