package dev.convergence.engine.expression;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** An expression is read by a parser that calls itself for each bracket: too many of them would end its stack. */
final class ExpressionBounds {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 50;

    private ExpressionBounds() {}

    /** @throws InvalidRequestException which reaches whoever asks as a 400 */
    static void check(String text) {
        if (text != null && (text.contains("${") || text.contains("#{"))) {
            require(text.length() <= LONGEST, "An expression has at most " + LONGEST + " characters");
            require(depth(text) <= DEEPEST, "An expression has at most " + DEEPEST + " levels of brackets");
        }
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw new InvalidRequestException(Status.BAD_REQUEST, rule);
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (char character : text.toCharArray()) {
            if ("([{?".indexOf(character) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}:".indexOf(character) >= 0) {
                depth--;
            }
        }
        return deepest;
    }
}
