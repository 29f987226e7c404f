package dev.convergence.security.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session live from a login to the logout. The web applications open one for whoever looks at a page, and keep it
 * when somebody leaves.
 */
final class SessionAtLoginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionAtLoginRequest visit = new SessionAtLoginRequest(request);
        try {
            chain.doFilter(visit, response);
        } finally {
            visit.endSessionWithoutLogin();
        }
    }
}
