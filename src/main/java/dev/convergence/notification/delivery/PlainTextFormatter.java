package dev.convergence.notification.delivery;

import java.util.regex.Pattern;

/** Makes one line of text that shows what people wrote and does nothing else: breaks no header, reverses no neighbour. */
public final class PlainTextFormatter {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** Marks, embeddings, overrides and isolates of writing direction; none but ours shall count. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    /** Names that people wrote stand in these quotes; isolated (U+2068, U+2069), one written from right to left ends in them. */
    private static final Pattern QUOTED = Pattern.compile("\u201c([^\u201c\u201d]+)\u201d");

    private static final String ISOLATED = "\u201c\u2068$1\u2069\u201d";

    private PlainTextFormatter() {}

    public static String line(String text) {
        return isolated(bare(text));
    }

    /** @param longest in characters as people count them, the ellipsis included */
    public static String line(String text, int longest) {
        String bare = bare(text);
        if (bare.codePointCount(0, bare.length()) <= longest) {
            return isolated(bare);
        }
        return isolated(
                bare.substring(0, bare.offsetByCodePoints(0, longest - 1)).strip() + "…");
    }

    private static String bare(String text) {
        return BREAKS.matcher(DIRECTIONS.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static String isolated(String text) {
        return QUOTED.matcher(text).replaceAll(ISOLATED);
    }
}
