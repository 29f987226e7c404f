package dev.convergence.engine.form;

import dev.convergence.engine.variable.RefusalException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links that people leave for others: web addresses and mail addresses, nothing that a browser would run or open on
 * the reader's machine.
 */
public final class LinkValidator {

    private static final Set<String> ALLOWED = Set.of("http", "https", "mailto");

    /** A scheme (RFC 3986), and something after it; one letter is a drive. Words like {@code Note: } have a blank there. */
    private static final Pattern SCHEME =
            Pattern.compile("(?<![\\p{L}\\p{N}+.-])([a-zA-Z][a-zA-Z0-9+.-]+):(?=[^\\s:])");

    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:)\\S+");

    private LinkValidator() {}

    /**
     * For a text that is one link.
     *
     * @throws Refusal naming the field, where it is none or one of another kind
     */
    public static void requireLink(String field, String text) {
        if (text == null || !LINK.matcher(text).matches() || text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusalException(field, "must be a link that begins with http://, https:// or mailto:");
        }
    }

    /**
     * For a text that may hold links among words.
     *
     * @throws Refusal naming the field and the first link of another kind
     */
    public static void requireLinks(String field, String text) {
        forbidden(text).ifPresent(scheme -> {
            throw new RefusalException(
                    field, "has a link that begins with " + scheme + ":; links begin with http, https or mailto");
        });
    }

    private static Optional<String> forbidden(String text) {
        Matcher schemes = SCHEME.matcher(visible(text));
        while (schemes.find()) {
            String scheme = schemes.group(1).toLowerCase(Locale.ROOT);
            if (!ALLOWED.contains(scheme)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /** As a browser reads an address: without characters that nobody sees; a tab or a new line in a scheme is left out. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cf}\\x00-\\x08\\x0e-\\x1f]", "");
    }
}
