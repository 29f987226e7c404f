package dev.convergence.security.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;

/**
 * Does not wait for a body that nobody has read, as Tomcat would to keep the connection: the answer is sent and the
 * connection closed. Where the rest has arrived already, the connection is kept.
 */
final class UnreadBodyValve extends ValveBase {

    private static final Duration AT_ONCE = Duration.ofMillis(2);

    /** Closing while the client is still sending would take the answer from it; silence ends the patience earlier. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration SILENCE = Duration.ofMillis(50);

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        RequestBodyStream.offer(request);
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync() && !isRead(request.getCoyoteRequest())) {
                leave(request.getCoyoteRequest(), response);
            }
        }
    }

    private static boolean isRead(org.apache.coyote.Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private static void leave(org.apache.coyote.Request request, Response response) throws IOException {
        boolean waitsToSend = request.hasExpectation() && request.getBytesRead() == 0;
        if (!waitsToSend && skip(request, AT_ONCE, AT_ONCE)) {
            return;
        }
        // An answer under way can no longer say that the connection ends: whoever got it sends the next request there.
        boolean announces = !response.isCommitted();
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.finishResponse();
        boolean hasCome = !waitsToSend && skip(request, announces ? SILENCE : PATIENCE, PATIENCE);
        if (announces || !hasCome) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Whether the body came to its end within this time, without a silence as long as that. */
    private static boolean skip(org.apache.coyote.Request request, Duration silence, Duration time) {
        ApplicationBufferHandler nowhere = new Nowhere();
        long end = System.nanoTime() + time.toNanos();
        try {
            while (end - System.nanoTime() > 0) {
                BodyTimeLimit.of(request).limit(silence);
                if (request.doRead(nowhere) < 0) {
                    return true;
                }
            }
        } catch (IOException silentOrBroken) {
            return false;
        }
        return false;
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer skipped;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            skipped = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return skipped;
        }

        @Override
        public void expand(int size) {
            // The connection brings buffers of its own.
        }
    }
}
