package dev.convergence.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The request that runs in a thread: where it comes from, and when it may come again. */
@Component
class SignInRequestContext {

    /** Calls of the application's own come from no address. */
    private static final String NOWHERE = "-";

    private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    private final ThreadLocal<Exchange> current = new ThreadLocal<>();

    void enter(HttpServletRequest request, HttpServletResponse response) {
        current.set(new Exchange(request, response));
    }

    void leave() {
        current.remove();
    }

    /** Behind a proxy the server has put the client's address here. */
    String source() {
        return Optional.ofNullable(current.get())
                .map(exchange -> SourceAddress.of(exchange.request().getRemoteAddr()))
                .orElse(NOWHERE);
    }

    /** Says so in the answer, whatever the door makes of it otherwise. */
    void retryAfter(Duration wait) {
        Optional.ofNullable(current.get()).ifPresent(exchange -> exchange.response()
                .setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds()))));
    }
}
