package dev.convergence.engine.variable;

import dev.convergence.bounds.OutOfBounds;
import dev.convergence.bounds.TextBounds;
import java.util.Map;
import java.util.Optional;

/** What a person wrote: required where it must be there, and short enough for the database, before the database says so. */
public final class TextValidator {

    /** The longest text that the engine stores as a string. */
    public static final int LONGEST = TextBounds.LONGEST;

    private TextValidator() {}

    /**
     * The text that must be there.
     *
     * @throws Refusal naming the variable, with the reason given
     */
    public static String require(ProcessVariable<String> processVariable, Map<String, ?> values, String reason) {
        return optional(processVariable, values)
                .orElseThrow(() -> new RefusalException(processVariable.name(), "is required: " + reason));
    }

    /**
     * The text, where there is more than blanks.
     *
     * @throws Refusal when it is too long
     */
    public static Optional<String> optional(ProcessVariable<String> processVariable, Map<String, ?> values) {
        Optional<String> text = processVariable.find(values).filter(value -> !value.isBlank());
        try {
            return text.map(TextBounds::checked);
        } catch (OutOfBounds out) {
            throw new RefusalException(processVariable.name(), out.getMessage());
        }
    }
}
