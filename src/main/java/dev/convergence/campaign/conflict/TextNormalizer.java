package dev.convergence.campaign.conflict;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what does not matter when two people write the same: Unicode's variants, blanks, upper and lower case. */
final class TextNormalizer {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private TextNormalizer() {}

    static String of(String text) {
        String folded = compatible(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(compatible(folded)).replaceAll(" ").strip();
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
