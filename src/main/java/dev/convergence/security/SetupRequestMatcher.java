package dev.convergence.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/**
 * The pages and calls by which Camunda's web applications let anybody create an administrator while there is none.
 * Looks at the address as the least careful reader of it would: decoded as often as it will go, without parameters,
 * empty segments and case.
 */
class SetupRequestMatcher {

    private static final int MOST_ENCODINGS = 5;

    boolean matches(HttpServletRequest request) {
        List<String> segments = segments(request.getRequestURI());
        return segments.contains("setup")
                && segments.contains("camunda")
                && (segments.contains("app") || segments.contains("admin"));
    }

    private static List<String> segments(String address) {
        return Arrays.stream(decoded(address).split("[/\\\\]"))
                .map(segment -> segment.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static String decoded(String address) {
        String decoded = address;
        for (int i = 0; i < MOST_ENCODINGS && decoded.indexOf('%') >= 0; i++) {
            decoded = decodedOnce(decoded);
        }
        return decoded;
    }

    private static String decodedOnce(String text) {
        try {
            return UriUtils.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notAnEncoding) {
            return text;
        }
    }
}
