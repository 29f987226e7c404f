package dev.convergence.security.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request as it comes from the connection. Unlike the stream that requests offer, it leaves the answer to
 * a body that comes too slowly, or is broken off, to its reader.
 */
public final class RequestBodyStream extends InputStream implements ApplicationBufferHandler {

    private static final String ATTRIBUTE = RequestBodyStream.class.getName();

    private final Request request;
    private ByteBuffer arrived = ByteBuffer.allocate(0);

    private RequestBodyStream(Request request) {
        this.request = request;
    }

    static void offer(org.apache.catalina.connector.Request request) {
        request.setAttribute(ATTRIBUTE, new RequestBodyStream(request.getCoyoteRequest()));
    }

    /** @throws IOException where the request offers none */
    public static InputStream of(HttpServletRequest request) throws IOException {
        return request.getAttribute(ATTRIBUTE) instanceof RequestBodyStream body ? body : request.getInputStream();
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? Byte.toUnsignedInt(arrived.get()) : -1;
    }

    /** @throws java.net.SocketTimeoutException when the time for the body is over */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!hasMore()) {
            return -1;
        }
        int read = Math.min(length, arrived.remaining());
        arrived.get(target, offset, read);
        return read;
    }

    private boolean hasMore() throws IOException {
        while (!arrived.hasRemaining()) {
            if (request.doRead(this) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        arrived = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return arrived;
    }

    @Override
    public void expand(int size) {
        // The connection brings buffers of its own.
    }
}
