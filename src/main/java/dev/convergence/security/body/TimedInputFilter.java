package dev.convergence.security.body;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.http11.InputFilter;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** One of Tomcat's readers of bodies, for which the socket is read within the time that is left. */
final class TimedInputFilter implements InputFilter {

    private final InputFilter reader;
    private final BodyTimeLimit time;

    TimedInputFilter(InputFilter reader, BodyTimeLimit time) {
        this.reader = reader;
        this.time = time;
    }

    @Override
    public void setBuffer(InputBuffer socket) {
        reader.setBuffer(time.over(socket));
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        return reader.doRead(handler);
    }

    @Override
    public int available() {
        return reader.available();
    }

    @Override
    public void setRequest(Request request) {
        reader.setRequest(request);
    }

    @Override
    public void recycle() {
        reader.recycle();
    }

    @Override
    public ByteChunk getEncodingName() {
        return reader.getEncodingName();
    }

    @Override
    public long end() throws IOException {
        return reader.end();
    }

    @Override
    public boolean isFinished() {
        return reader.isFinished();
    }
}
