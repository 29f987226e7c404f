package dev.convergence.security.webapp;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/**
 * Stands in for a session as long as nobody has logged in; it is kept nowhere. When a login is set it becomes a stored
 * one, with the token that this very answer tells the browser.
 */
final class VisitorSession implements HttpSession {

    private static final String TOKEN = CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME;

    private final ServletContext context;
    private final Supplier<HttpSession> opener;
    private final Map<String, Object> attributes = new HashMap<>();
    private final String id = UUID.randomUUID().toString();
    private HttpSession stored;

    /** @param login whether a token may be given out; an empty one is right for no request, and told to nobody */
    VisitorSession(ServletContext context, boolean login, Supplier<HttpSession> opener) {
        this.context = context;
        this.opener = opener;
        if (!login) {
            attributes.put(TOKEN, "");
        }
    }

    @Override
    public Object getAttribute(String name) {
        return stored == null ? attributes.get(name) : stored.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (stored == null && name.equals(LoginAttributeMatcher.ATTRIBUTE) && LoginAttributeMatcher.isLogin(value)) {
            stored = opener.get();
            attributes.forEach(stored::setAttribute);
        }
        if (stored == null) {
            attributes.put(name, value);
        } else {
            stored.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (stored == null) {
            attributes.remove(name);
        } else {
            stored.removeAttribute(name);
        }
    }

    /** A login leaves its session for a new one before it sets who has come. */
    @Override
    public void invalidate() {
        if (stored == null) {
            attributes.keySet().removeIf(name -> !name.equals(TOKEN));
        } else {
            stored.invalidate();
        }
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return stored == null ? Collections.enumeration(attributes.keySet()) : stored.getAttributeNames();
    }

    @Override
    public String getId() {
        return stored == null ? id : stored.getId();
    }

    @Override
    public long getCreationTime() {
        return stored == null ? 0 : stored.getCreationTime();
    }

    @Override
    public long getLastAccessedTime() {
        return stored == null ? 0 : stored.getLastAccessedTime();
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        if (stored != null) {
            stored.setMaxInactiveInterval(seconds);
        }
    }

    @Override
    public int getMaxInactiveInterval() {
        return stored == null ? 0 : stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isNew() {
        return stored == null || stored.isNew();
    }
}
