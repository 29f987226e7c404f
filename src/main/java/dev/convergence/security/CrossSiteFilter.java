package dev.convergence.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that change something and come from another site, wherever they go: a browser adds the password or
 * session that it keeps for this one. Browsers say where a request comes from (Fetch metadata, or else the origin);
 * other programs say nothing, and send no password that their user did not give.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CrossSiteFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CrossSiteFilter.class);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME_ORIGIN = "same-origin";

    /** A desktop program's page, such as Camunda Modeler's. No page of the web, and no file in a browser, has it. */
    private static final String DESKTOP = "file://";

    private static final String REASON =
            "This request comes from another site (its headers Sec-Fetch-Site or Origin say so)."
                    + " From there nothing can be changed here.";

    private final RefusalWriter refusals;

    CrossSiteFilter(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    static boolean changes(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (changes(request) && comesFromElsewhere(request)) {
            LOG.info("Refused {} {}: it comes from another site", request.getMethod(), request.getRequestURI());
            refusals.write(request, response, HttpStatus.FORBIDDEN, REASON);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        if (DESKTOP.equals(request.getHeader(HttpHeaders.ORIGIN)) && RefusalWriter.isEngine(request)) {
            return false;
        }
        List<String> site = Collections.list(request.getHeaders(FETCH_SITE));
        return site.isEmpty() ? hasForeignOrigin(request) : !site.stream().allMatch(SAME_ORIGIN::equals);
    }

    private static boolean hasForeignOrigin(HttpServletRequest request) {
        try {
            return CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }
}
