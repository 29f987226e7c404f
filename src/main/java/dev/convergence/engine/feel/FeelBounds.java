package dev.convergence.engine.feel;

import java.util.Optional;
import java.util.Set;

/**
 * How much an expression may be, and may come to. What an expression comes to is counted in units before it is
 * evaluated: a unit is a value, an element of a list, a piece of text or digits of {@value #TEXT_UNIT} characters, or a
 * step of the evaluation.
 */
final class FeelBounds {

    /** Characters of one expression. */
    static final int LENGTH = 8_000;

    /** Brackets within brackets. The time of the parser doubles with every other one that it reads in vain. */
    static final int DEPTH = 10;

    /** Characters, or digits, that count as one unit. */
    static final int TEXT_UNIT = 20;

    /** Units of a variable, as far as is known before it has a value. */
    static final long INPUT = 500;

    /** Units that an expression may come to. */
    static final long MOST = 2_000_000;

    /** From here on it is asked whether the variables are as small as was assumed. */
    static final long GROWS = 4 * INPUT;

    /** The largest exponent, scale, and count in a regular expression. */
    static final int NUMBER = 100;

    private FeelBounds() {}

    /**
     * What the check of an expression found.
     *
     * @param fault why it is out of bounds, as the end of a sentence that begins with the expression; empty where it is
     *     not
     * @param variables whose values are to be looked at before it is evaluated; empty where it does not grow with them
     */
    record Verdict(Optional<String> fault, Set<String> variables) {

        static Verdict refused(String fault) {
            return new Verdict(Optional.of(fault), Set.of());
        }
    }
}
