package dev.convergence.security.webapp;

import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/** Where a session keeps who has logged in. */
final class LoginAttributeMatcher {

    /** The web applications' own name for it. */
    static final String ATTRIBUTE = "authenticatedUser";

    private LoginAttributeMatcher() {}

    static boolean hasLogin(HttpSession session) {
        return isLogin(session.getAttribute(ATTRIBUTE));
    }

    static boolean isLogin(Object value) {
        return value instanceof Authentications logins
                && !logins.getAuthentications().isEmpty();
    }
}
