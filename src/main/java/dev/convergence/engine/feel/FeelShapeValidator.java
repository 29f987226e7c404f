package dev.convergence.engine.feel;

import java.util.Optional;

/**
 * Looks at the text of an expression before the parser does, whose time doubles with every bracket that it reads in
 * vain.
 */
final class FeelShapeValidator {

    private static final char TEXT = '"';
    private static final char NAME = '`';
    private static final char NONE = 0;

    private final String text;
    private char within = NONE;
    private int depth;
    private int deepest;

    private FeelShapeValidator(String text) {
        this.text = text;
    }

    /** Why the parser may not see it; empty where it may. */
    static Optional<String> faultOf(String text) {
        if (text.length() > FeelBounds.LENGTH) {
            return Optional.of("is longer than " + FeelBounds.LENGTH + " characters");
        }
        return new FeelShapeValidator(text).fault();
    }

    private Optional<String> fault() {
        for (int at = 0; at < text.length(); at++) {
            if (within != NONE) {
                at = skip(at);
            } else if (isComment(at)) {
                return Optional.of("has a comment: put it into the annotation of the rule");
            } else {
                look(text.charAt(at));
            }
        }
        return deepest > FeelBounds.DEPTH
                ? Optional.of("has brackets within brackets more than " + FeelBounds.DEPTH + " deep")
                : Optional.empty();
    }

    /** Texts hide brackets, quotes with a backslash before them hide nothing. */
    private int skip(int at) {
        char here = text.charAt(at);
        if (here == within) {
            within = NONE;
        }
        return here == '\\' && within == TEXT ? at + 1 : at;
    }

    private boolean isComment(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private void look(char here) {
        switch (here) {
            case TEXT, NAME -> within = here;
            case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
            // "]1..2[" is a range: its brackets close nothing.
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            default -> {}
        }
    }
}
