package dev.convergence.security;

import dev.convergence.people.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls, for as long as the call takes, so that the engine checks what the caller may do. */
class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identity;

    EngineIdentityFilter(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
            WebAsyncUtils.getAsyncManager(request)
                    .registerCallableInterceptor(EngineIdentityFilter.class, new OnWorkerThread(user));
            doFilterAs(user, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void doFilterAs(
            CurrentUser user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        enter(user);
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private void enter(CurrentUser user) {
        identity.setAuthentication(user.id(), List.copyOf(user.groups()));
    }

    /** A controller that returns a callable goes on in another thread. */
    private final class OnWorkerThread implements CallableProcessingInterceptor {

        private final CurrentUser user;

        private OnWorkerThread(CurrentUser user) {
            this.user = user;
        }

        @Override
        public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
            enter(user);
        }

        @Override
        public <T> void postProcess(NativeWebRequest request, Callable<T> task, Object result) {
            identity.clearAuthentication();
        }
    }
}
