package dev.convergence.engine;

import java.util.Map;
import java.util.Optional;

/** What a person wrote: required where it must be there, and short enough for the database, before the database says so. */
public final class Texts {

    /** The longest text that the engine stores as a string. */
    public static final int LONGEST = 4000;

    private Texts() {}

    /**
     * The text that must be there.
     *
     * @throws Refusal naming the variable, with the reason given
     */
    public static String require(Variable<String> variable, Map<String, ?> values, String reason) {
        return optional(variable, values).orElseThrow(() -> new Refusal(variable.name(), "is required: " + reason));
    }

    /**
     * The text, where there is more than blanks.
     *
     * @throws Refusal when it is too long
     */
    public static Optional<String> optional(Variable<String> variable, Map<String, ?> values) {
        Optional<String> text = variable.find(values).filter(value -> !value.isBlank());
        if (text.filter(value -> value.length() > LONGEST).isPresent()) {
            throw new Refusal(variable.name(), "must have at most " + LONGEST + " characters");
        }
        if (text.filter(value -> value.indexOf(0) >= 0).isPresent()) {
            throw new Refusal(variable.name(), "has a character that cannot be stored (NUL)");
        }
        return text;
    }
}
