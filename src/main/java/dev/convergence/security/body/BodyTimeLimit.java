package dev.convergence.security.body;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The time that is left for the body of a connection's current request. It begins with the first read, and each read of
 * the socket waits for what is left of it at most: Tomcat's own time-outs begin anew with every byte.
 */
final class BodyTimeLimit {

    /** A place for objects that stay with a connection; the numbers up to 16 are Tomcat's. */
    private static final int NOTE = 17;

    private final Request request;
    private final Supplier<SocketWrapperBase<?>> connection;
    private final Duration whole;

    private long begunFor;
    private long end;

    BodyTimeLimit(Request request, Supplier<SocketWrapperBase<?>> connection, Duration whole) {
        this.request = request;
        this.connection = connection;
        this.whole = whole;
        request.setNote(NOTE, this);
    }

    static BodyTimeLimit of(Request request) {
        return (BodyTimeLimit) request.getNote(NOTE);
    }

    /** From now on the body of the current request has this long and no longer. */
    void limit(Duration rest) {
        begunFor = request.getStartTimeNanos();
        end = System.nanoTime() + rest.toNanos();
    }

    /** What reads the socket, with the time that is left. */
    InputBuffer over(InputBuffer socket) {
        return new InputBuffer() {

            @Override
            public int doRead(ApplicationBufferHandler handler) throws IOException {
                return read(socket, handler);
            }

            @Override
            public int available() {
                return socket.available();
            }
        };
    }

    private int read(InputBuffer socket, ApplicationBufferHandler handler) throws IOException {
        SocketWrapperBase<?> wrapper = connection.get();
        long usual = wrapper.getReadTimeout();
        wrapper.setReadTimeout(left());
        try {
            return socket.doRead(handler);
        } finally {
            wrapper.setReadTimeout(usual);
        }
    }

    /** In milliseconds, at least one. */
    private long left() throws SocketTimeoutException {
        if (begunFor != request.getStartTimeNanos()) {
            limit(whole);
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("The time for the body is over");
        }
        return left;
    }
}
