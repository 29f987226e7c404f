package dev.convergence.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too long before anything parses it. A body that does not announce its length is read first, up
 * to the limit.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    private final DataSize limit;
    private final Problems problems;

    BodyLimitFilter(DataSize limit, Problems problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced > limit.toBytes()) {
            refuse(request, response);
        } else if (announced >= 0) {
            chain.doFilter(request, response);
        } else {
            doFilterUnannounced(request, response, chain);
        }
    }

    private void doFilterUnannounced(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes((int) limit.toBytes() + 1);
        if (body.length > limit.toBytes()) {
            refuse(request, response);
        } else {
            chain.doFilter(body.length == 0 ? request : new BufferedRequest(request, body), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = "The body is longer than " + limit.toBytes() + " bytes.";
        problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, detail);
    }
}
