package dev.convergence.engine.feel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions whose time grows slowly with the text that they are tried on. */
public final class RegexBounds {

    private static final int MOST_REPETITIONS = 2;
    private static final Pattern ESCAPED = Pattern.compile("\\\\.", Pattern.DOTALL);
    private static final Pattern CHOICE_OF_CHARACTERS = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern FIXED = Pattern.compile("\\{(\\d{1,2}|" + FeelBounds.NUMBER + ")}");
    private static final Pattern GROUP_REPEATED = Pattern.compile("\\)[*+?{]");
    private static final Pattern REPETITION = Pattern.compile("(?<!\\()[*+?{][?+]?");

    private RegexBounds() {}

    /** Why a regular expression is out of bounds, as the end of a sentence; empty where it is not. */
    public static Optional<String> faultOf(String regex) {
        if (Pattern.compile("\\\\[\\dkQ]").matcher(regex).find()) {
            return Optional.of("looks back in its regular expression");
        }
        String plain = CHOICE_OF_CHARACTERS
                .matcher(ESCAPED.matcher(regex).replaceAll("_"))
                .replaceAll("_");
        if (GROUP_REPEATED.matcher(plain).find()) {
            return Optional.of("repeats a group of its regular expression");
        }
        Matcher repetitions =
                REPETITION.matcher(FIXED.matcher(plain).replaceAll("").replace("(?:", "("));
        return repetitions.results().count() > MOST_REPETITIONS
                ? Optional.of("repeats more than " + MOST_REPETITIONS + " parts of its regular expression")
                : Optional.empty();
    }
}
