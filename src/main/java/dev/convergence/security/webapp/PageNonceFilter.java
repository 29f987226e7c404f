package dev.convergence.security.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a nonce of its own. The web applications hand it from the header to the page in an attribute of the
 * servlet context, which simultaneous requests share: a page would then carry another request's, and its scripts be
 * blocked.
 */
final class PageNonceFilter extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Request(request), response);
    }

    private static final class Request extends HttpServletRequestWrapper {

        private final ServletContext context;

        Request(HttpServletRequest request) {
            super(request);
            this.context = contextOf(request);
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }

    private static ServletContext contextOf(HttpServletRequest request) {
        ServletContext shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, values) -> {
                    if (values != null && NONCE.equals(values[0])) {
                        switch (method.getName()) {
                            case "setAttribute":
                                request.setAttribute(NONCE, values[1]);
                                return null;
                            case "getAttribute":
                                return request.getAttribute(NONCE);
                            default:
                        }
                    }
                    try {
                        return method.invoke(shared, values);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
