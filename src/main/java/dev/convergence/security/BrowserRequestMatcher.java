package dev.convergence.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells a person before a browser from a program that calls. */
final class BrowserRequestMatcher {

    private static final String FETCH_MODE = "Sec-Fetch-Mode";
    private static final String REQUESTED_WITH = "X-Requested-With";
    private static final String NAVIGATION = "navigate";
    private static final List<String> OF_BROWSERS =
            List.of(FETCH_MODE, "Sec-Fetch-Site", HttpHeaders.ORIGIN, REQUESTED_WITH);
    private static final Set<String> SHOWING = Set.of("GET", "HEAD");

    private BrowserRequestMatcher() {}

    /** Whether a browser sends it, for a page or for a script: it would keep a password that it is asked for. */
    static boolean isBrowser(HttpServletRequest request) {
        String program = request.getHeader(HttpHeaders.USER_AGENT);
        return OF_BROWSERS.stream().anyMatch(name -> request.getHeader(name) != null)
                || (program != null && program.startsWith("Mozilla/"))
                || prefersHtml(request);
    }

    /** Whether somebody wants to see a page, and has not said who they are. */
    static boolean isPage(HttpServletRequest request) {
        String mode = request.getHeader(FETCH_MODE);
        return SHOWING.contains(request.getMethod())
                && (mode == null || mode.equals(NAVIGATION))
                && request.getHeader(REQUESTED_WITH) == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && prefersHtml(request);
    }

    private static boolean prefersHtml(HttpServletRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT))
                .min(Comparator.comparing(MediaType::getQualityValue).reversed())
                .filter(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                .isPresent();
    }

    private static Stream<MediaType> accepted(String header) {
        try {
            return MediaType.parseMediaTypes(header).stream();
        } catch (InvalidMediaTypeException unreadable) {
            return Stream.empty();
        }
    }
}
