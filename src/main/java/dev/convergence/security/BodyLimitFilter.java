package dev.convergence.security;

import dev.convergence.security.body.RequestBodyStream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before anything parses it: of whom is known alone, up to a limit, and only as long as the
 * server waits for bodies.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    private final Function<HttpServletRequest, Optional<DataSize>> limits;
    private final RefusalWriter refusals;

    /** @param limits how long a request's body may be; nothing where it is not read at all */
    BodyLimitFilter(Function<HttpServletRequest, Optional<DataSize>> limits, RefusalWriter refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<DataSize> limit = hasBody(request) ? limits.apply(request) : Optional.empty();
        if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (limit.isEmpty()) {
            refusals.write(request, response, HttpStatus.UNAUTHORIZED, "Sign in before you send anything.");
        } else if (request.getContentLengthLong() > limit.get().toBytes()) {
            refuseAsTooLong(request, response, limit.get());
        } else {
            doFilterRead(request, response, chain, limit.get());
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private void doFilterRead(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, DataSize limit)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = RequestBodyStream.of(request).readNBytes((int) limit.toBytes() + 1);
        } catch (SocketTimeoutException late) {
            refusals.write(request, response, HttpStatus.REQUEST_TIMEOUT, "The body did not come in time.");
            return;
        } catch (IOException broken) {
            refusals.write(request, response, HttpStatus.BAD_REQUEST, "The body is broken off or malformed.");
            return;
        }
        if (body.length > limit.toBytes()) {
            refuseAsTooLong(request, response, limit);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    private void refuseAsTooLong(HttpServletRequest request, HttpServletResponse response, DataSize limit)
            throws IOException {
        String reason = "The body is longer than " + limit.toBytes() + " bytes.";
        refusals.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, reason);
    }
}
