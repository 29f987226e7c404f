package dev.convergence.security.body;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Objects;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Constants;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11Processor;
import org.apache.coyote.http11.InputFilter;
import org.springframework.util.ReflectionUtils;

/**
 * Serves a connection as Tomcat does, but reads bodies in limited time. Tomcat offers no place below its readers of
 * bodies; above them the time cannot be held, since they wait for the bytes of a chunk's header one by one.
 */
final class TimedHttpProcessor extends Http11Processor {

    private static final Field READERS =
            Objects.requireNonNull(ReflectionUtils.findField(Http11InputBuffer.class, "filterLibrary"));

    TimedHttpProcessor(AbstractHttp11Protocol<?> protocol, Duration bodyTime) {
        super(protocol, protocol.getAdapter());
        BodyTimeLimit time = new BodyTimeLimit(request, this::getSocketWrapper, bodyTime);
        ReflectionUtils.makeAccessible(READERS);
        InputFilter[] readers = (InputFilter[]) ReflectionUtils.getField(READERS, request.getInputBuffer());
        replace(readers, Constants.IDENTITY_FILTER, time);
        replace(readers, Constants.CHUNKED_FILTER, time);
    }

    private static void replace(InputFilter[] readers, int which, BodyTimeLimit time) {
        readers[which] = new TimedInputFilter(readers[which], time);
    }
}
