package dev.convergence.engine.form;

import dev.convergence.bounds.NumberBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.bounds.TextBounds;
import dev.convergence.engine.variable.RefusalException;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;

/** Texts and numbers that are sent with a task or a start keep the bounds of those that are sent to the API. */
final class AnswerBounds {

    private AnswerBounds() {}

    /** @throws Refusal naming the variable, and its bounds */
    static void check(Map<String, ?> sent) {
        sent.forEach((name, value) -> {
            try {
                check(Variables.untypedValue(value).getValue());
            } catch (OutOfBounds out) {
                throw new RefusalException(name, out.getMessage());
            }
        });
    }

    private static void check(Object value) {
        if (value instanceof String text) {
            TextBounds.checked(text);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new OutOfBounds("must be a number");
            }
            NumberBounds.checked(BigDecimal.valueOf(number));
        }
    }
}
