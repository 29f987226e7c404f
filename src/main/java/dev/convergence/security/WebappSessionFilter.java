package dev.convergence.security;

import dev.convergence.people.CurrentUser;
import dev.convergence.security.webapp.WebappSessionReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes who has logged in to the web applications as the caller, where no password comes with the call. Changing
 * something needs the session's token, which each answer tells; a password is never guessed by a browser, a session is.
 */
class WebappSessionFilter extends OncePerRequestFilter {

    private static final String TOKEN_MISSING = "Send the session's token in the header "
            + WebappSessionReader.TOKEN_HEADER + "; answers to GET have it there.";

    private final WebappSessionReader sessions;
    private final ProblemEntryPoint problemEntryPoint;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    WebappSessionFilter(WebappSessionReader sessions, ProblemEntryPoint problemEntryPoint) {
        this.sessions = sessions;
        this.problemEntryPoint = problemEntryPoint;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<CurrentUser> user = SecurityContextHolder.getContext().getAuthentication() == null
                ? sessions.userOf(request)
                : Optional.empty();
        if (user.isPresent() && CrossSiteFilter.changes(request) && !sessions.carriesToken(request)) {
            problemEntryPoint.write(request, response, HttpStatus.FORBIDDEN, TOKEN_MISSING);
            return;
        }
        user.ifPresent(caller -> signIn(caller, request, response));
        chain.doFilter(request, response);
    }

    private void signIn(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(AuthenticatedUserFactory.of(user));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        sessions.token(request).ifPresent(token -> response.setHeader(WebappSessionReader.TOKEN_HEADER, token));
    }
}
