package dev.convergence.security.body;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 that waits for the body of a request for a limited time in all, however it trickles in. Public because the
 * server makes it by its name.
 */
public class TimedHttpProtocol extends Http11NioProtocol {

    private Duration bodyTime;

    void setBodyTime(Duration bodyTime) {
        this.bodyTime = bodyTime;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedHttpProcessor(this, bodyTime);
    }
}
