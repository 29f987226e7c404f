package dev.convergence.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the request at hand for the check of a password, which the engine does: it knows no requests. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SignInRequestFilter extends OncePerRequestFilter {

    private final SignInRequestContext requests;

    SignInRequestFilter(SignInRequestContext requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        requests.enter(request, response);
        try {
            chain.doFilter(request, response);
        } finally {
            requests.leave();
        }
    }
}
