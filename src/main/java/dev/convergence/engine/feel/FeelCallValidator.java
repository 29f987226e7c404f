package dev.convergence.engine.feel;

import java.util.List;
import org.camunda.feel.syntaxtree.Exp;

/** Functions for which it matters what they are given. */
final class FeelCallValidator {

    private static final int REGEX = 1;
    private static final int REPLACEMENT = 2;
    private static final int SCALE = 1;

    private FeelCallValidator() {}

    /** A scale of a billion is a number of a billion digits. */
    static void checkScale(String function, List<Exp> given) {
        if (given.isEmpty()) {
            throw new UnboundedException("names the parameters of '" + function + "': give them in order");
        }
        Long scale = given.size() > SCALE ? FeelTreeReader.wholeNumber(given.get(SCALE)) : Long.valueOf(0);
        if (scale == null || Math.abs(scale) > FeelBounds.NUMBER) {
            throw new UnboundedException(
                    "gives '" + function + "' a scale that is no written whole number up to " + FeelBounds.NUMBER);
        }
    }

    static void checkRegex(String function, List<Exp> given) {
        String regex = given.size() > REGEX ? FeelTreeReader.text(given.get(REGEX)) : null;
        if (regex == null) {
            throw new UnboundedException("gives '" + function + "' a regular expression that is not written in quotes");
        }
        RegexBounds.faultOf(regex).ifPresent(fault -> {
            throw new UnboundedException(fault);
        });
        if (FeelFunctions.REPLACE.equals(function)) {
            checkReplacement(given);
        }
    }

    /** With groups, a text could be repeated any number of times. */
    private static void checkReplacement(List<Exp> given) {
        String replacement = given.size() > REPLACEMENT ? FeelTreeReader.text(given.get(REPLACEMENT)) : null;
        if (replacement == null || replacement.contains("$")) {
            throw new UnboundedException("replaces by something else than a text in quotes without groups");
        }
    }

    /** A text of twelve characters may say a number of a billion digits. */
    static void checkNumber(List<Exp> given) {
        if (given.stream().anyMatch(part -> FeelTreeReader.text(part) == null)
                || given.stream().map(FeelTreeReader::text).anyMatch(text -> text.matches("(?s).*[eE].*"))
                || given.isEmpty()) {
            throw new UnboundedException("makes a number of a text that is not written in quotes");
        }
    }
}
