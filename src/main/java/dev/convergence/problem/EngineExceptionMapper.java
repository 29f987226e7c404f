package dev.convergence.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.convergence.engine.failure.CommandFailureContext;
import dev.convergence.engine.query.CauseIterator;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;

/**
 * What the engine's REST answers when it cannot do what was asked, at {@code /engine-rest} and below {@code /camunda/api}: as
 * the engine does, but for the caller's mistakes, which it answers as faults. Jersey takes the mapper of the nearest type,
 * so there is one for each type that the engine has one for.
 */
abstract class EngineExceptionMapper<T extends Throwable> implements ExceptionMapper<T> {

    /** Before the engine's own, which have none. */
    static final int PRIORITY = 1;

    private static final String PROBLEM = "application/problem+json";

    private static final ExceptionHandlerHelper ENGINE = ExceptionHandlerHelper.getInstance();

    private final UriInfo address;

    EngineExceptionMapper(UriInfo address) {
        this.address = address;
    }

    @Override
    public Response toResponse(T thrown) {
        Throwable failure = original(thrown);
        if (DatabaseOutageDetector.isCauseOf(failure)) {
            return outage(failure);
        }
        Status engines = Optional.ofNullable(ENGINE.getStatus(thrown)).orElse(Status.INTERNAL_SERVER_ERROR);
        Status status = isForbidden(thrown)
                ? Status.FORBIDDEN
                : isUndecided(thrown, engines) ? status(failure).orElse(engines) : engines;
        EngineAnswerLogger.answered(status, address, thrown);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body(thrown, status, engines))
                .build();
    }

    /** A problem detail as everywhere, with the member that the web applications show. */
    private static Response outage(Throwable failure) {
        DatabaseOutageLogger.away(failure);
        return Response.status(Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, DatabaseOutageDetector.RETRY_AFTER.toSeconds())
                .type(PROBLEM)
                .entity(Map.of(
                        "type",
                        "about:blank",
                        "title",
                        Status.SERVICE_UNAVAILABLE.getReasonPhrase(),
                        "status",
                        Status.SERVICE_UNAVAILABLE.getStatusCode(),
                        "detail",
                        DatabaseOutageDetector.DETAIL,
                        "message",
                        DatabaseOutageDetector.DETAIL))
                .build();
    }

    /** The engine's REST takes whatever is refused about a comment or an attachment for a wrong request. */
    private static boolean isForbidden(Throwable thrown) {
        return thrown instanceof InvalidRequestException && thrown.getCause() instanceof AuthorizationException;
    }

    private static boolean isUndecided(Throwable thrown, Status engines) {
        return engines == Status.INTERNAL_SERVER_ERROR || thrown instanceof ParamException;
    }

    private Optional<Status> status(Throwable failure) {
        return MissingEntityResolver.status(failure, address).or(() -> CallerMistakeDetector.of(failure));
    }

    private static Throwable original(Throwable thrown) {
        return thrown instanceof RestException && thrown.getCause() == null
                ? CommandFailureContext.take(thrown.getMessage()).orElse(thrown)
                : thrown;
    }

    private static ExceptionDto body(Throwable thrown, Status status, Status engines) {
        ExceptionDto body = ENGINE.fromException(thrown);
        if (status != engines) {
            body.setMessage(message(thrown));
        }
        return body;
    }

    /** What the database says names tables; what was thrown while reading often says nothing. */
    private static String message(Throwable thrown) {
        return CauseIterator.of(thrown)
                .flatMap(cause -> StorageFaultClassifier.words(cause).stream())
                .findFirst()
                .orElseGet(() -> thrown instanceof ProcessEngineException || thrown instanceof RestException
                        ? thrown.getMessage()
                        : "The request lacks something that is needed, or has something of another kind in its place.");
    }

    @Priority(PRIORITY)
    static final class OfAnything extends EngineExceptionMapper<Throwable> {

        public OfAnything(@Context UriInfo address) {
            super(address);
        }
    }

    @Priority(PRIORITY)
    static final class OfEngine extends EngineExceptionMapper<ProcessEngineException> {

        public OfEngine(@Context UriInfo address) {
            super(address);
        }
    }

    @Priority(PRIORITY)
    static final class OfRest extends EngineExceptionMapper<RestException> {

        public OfRest(@Context UriInfo address) {
            super(address);
        }
    }

    @Priority(PRIORITY)
    static final class OfInvalidRequest extends EngineExceptionMapper<InvalidRequestException> {

        public OfInvalidRequest(@Context UriInfo address) {
            super(address);
        }
    }

    @Priority(PRIORITY)
    static final class OfUnreadableJson extends EngineExceptionMapper<JsonParseException> {

        public OfUnreadableJson(@Context UriInfo address) {
            super(address);
        }
    }

    @Priority(PRIORITY)
    static final class OfOtherJson extends EngineExceptionMapper<JsonMappingException> {

        public OfOtherJson(@Context UriInfo address) {
            super(address);
        }
    }
}
