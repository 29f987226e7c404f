package dev.convergence.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request write only those session attributes that it changed. The web applications set the login again at the
 * end of every request: with sessions in a database, a slow request would thereby undo a logout that overtook it, and
 * each file of a page would cost a write.
 */
final class ChangedAttributesFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Request(request), response);
    }

    private static final class Request extends HttpServletRequestWrapper {

        private HttpSession stored;
        private HttpSession tracked;

        Request(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            HttpSession current = super.getSession(create);
            if (current != stored) {
                stored = current;
                tracked = current == null ? null : ChangedAttributesHandler.of(current);
            }
            return tracked;
        }
    }
}
