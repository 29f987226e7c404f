package dev.convergence.bounds;

import java.nio.charset.StandardCharsets;

/** The texts that the application can store and show. */
public final class TextBounds {

    /** The longest text that the engine stores as a string. */
    public static final int LONGEST = 4000;

    private static final String LINE_ENDS_AND_TABS = "\n\r\t";

    private TextBounds() {}

    /** @throws OutOfBounds where it is too long, or has a character that cannot be stored or shown */
    public static String checked(String text) {
        if (text.length() > LONGEST) {
            throw new OutOfBounds("must have at most " + LONGEST + " characters");
        }
        if (!isStorable(text)) {
            throw new OutOfBounds("has a character that cannot be stored");
        }
        return text;
    }

    /** No control characters but the ends of lines and tabs, and no half of a character. */
    private static boolean isStorable(String text) {
        return text.chars().noneMatch(one -> Character.isISOControl(one) && LINE_ENDS_AND_TABS.indexOf(one) < 0)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
