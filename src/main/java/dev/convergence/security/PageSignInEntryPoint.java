package dev.convergence.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Shows whoever wants to see a page the sign-in first, which comes back to it. */
@Component
class PageSignInEntryPoint implements AuthenticationEntryPoint {

    private final ProblemEntryPoint problemEntryPoint;

    PageSignInEntryPoint(ProblemEntryPoint problemEntryPoint) {
        this.problemEntryPoint = problemEntryPoint;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (BrowserRequestMatcher.isPage(request)) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, SignInPage.PATH + "?to=" + encoded(asked(request)));
        } else {
            problemEntryPoint.commence(request, response, reason);
        }
    }

    /** The path and what follows it, never a host: it leads back here and nowhere else. */
    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String encoded(String address) {
        return UriUtils.encode(address, StandardCharsets.UTF_8);
    }
}
