package dev.convergence.security.webapp;

import dev.convergence.people.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.AuthenticationProperties;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.stereotype.Component;

/** Who has logged in to the web applications, and the token that proves that a request comes from their pages. */
@Component
public class WebappSessionReader {

    /** The header that carries the token, in requests and answers. */
    public static final String TOKEN_HEADER = CsrfConstants.CSRF_TOKEN_HEADER_NAME;

    private final ProcessEngine engine;
    private final AuthenticationProperties.CacheProperties cache;

    WebappSessionReader(ProcessEngine engine, CamundaBpmProperties camunda) {
        this.engine = engine;
        this.cache = camunda.getWebapp().getAuth().getCache();
    }

    /** Whether this request belongs to somebody's login; asks the engine nothing. */
    public boolean isSignedIn(HttpServletRequest request) {
        return session(request).isPresent();
    }

    /** Who has logged in, with the groups of now, give or take the time that the web applications keep them. */
    public Optional<CurrentUser> userOf(HttpServletRequest request) {
        return session(request).map(this::refreshed).map(WebappSessionReader::user);
    }

    private Optional<HttpSession> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).filter(LoginAttributeMatcher::hasLogin);
    }

    /** As the web applications do: whoever was deleted is no longer signed in, and groups are read again. */
    private Authentication refreshed(HttpSession session) {
        Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
        if (cache.isTtlEnabled()) {
            AuthenticationUtil.updateCache(logins, session, cache.getTimeToLive());
            AuthenticationUtil.updateSession(session, logins);
        }
        return logins.getAuthenticationForProcessEngine(engine.getName());
    }

    private static CurrentUser user(Authentication login) {
        return login instanceof UserAuthentication user
                ? new CurrentUser(user.getIdentityId(), Set.copyOf(user.getGroupIds()))
                : null;
    }

    /** The token of this request's session. */
    public Optional<String> token(HttpServletRequest request) {
        return session(request)
                .map(session -> (String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    }

    /** Whether the request carries its session's token. */
    public boolean carriesToken(HttpServletRequest request) {
        String sent = request.getHeader(TOKEN_HEADER);
        return sent != null
                && token(request)
                        .filter(token -> !token.isEmpty())
                        .filter(token -> MessageDigest.isEqual(bytes(token), bytes(sent)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
