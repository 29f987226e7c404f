package dev.convergence.security.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The calls by which somebody logs in to one of the web applications. */
public final class LoginRequestMatcher {

    private static final Pattern PATH = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");

    private LoginRequestMatcher() {}

    public static boolean matches(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && PATH.matcher(request.getRequestURI()).matches();
    }
}
