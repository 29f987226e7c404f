package dev.convergence.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else. Camunda's setup pages do not exist here, and neither does an address that is written
 * in another way than everybody writes it: what one reader of it takes for one page, the next takes for another.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AddressFilter extends OncePerRequestFilter {

    /** Empty segments, parameters of segments, letters, digits and dots that need no encoding. */
    private static final Pattern STRANGE =
            Pattern.compile("//|;|%(2e|3[0-9]|[46][1-9a-f]|[57][0-9a])", Pattern.CASE_INSENSITIVE);

    private final SetupRequestMatcher setup = new SetupRequestMatcher();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (setup.matches(request) || STRANGE.matcher(request.getRequestURI()).find()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
