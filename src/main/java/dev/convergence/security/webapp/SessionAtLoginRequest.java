package dev.convergence.security.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

/** A request of somebody who has a session, or gets one that lasts for the request unless it is a login. */
final class SessionAtLoginRequest extends HttpServletRequestWrapper {

    private final boolean login;
    private VisitorSession visitor;

    SessionAtLoginRequest(HttpServletRequest request) {
        super(request);
        this.login = LoginRequestMatcher.matches(request);
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    /** A login begins as if there were no session, whatever the browser sent. */
    @Override
    public HttpSession getSession(boolean create) {
        HttpSession stored = login ? null : super.getSession(false);
        if (stored != null) {
            return stored;
        }
        if (visitor == null && create) {
            visitor = new VisitorSession(getServletContext(), login, this::open);
        }
        return visitor;
    }

    private HttpSession open() {
        HttpSession before = super.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        return super.getSession(true);
    }

    void endSessionWithoutLogin() {
        HttpSession stored = super.getSession(false);
        if (stored != null && !LoginAttributeMatcher.hasLogin(stored)) {
            stored.invalidate();
        }
    }
}
