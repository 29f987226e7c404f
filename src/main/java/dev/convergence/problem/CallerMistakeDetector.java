package dev.convergence.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.convergence.engine.failure.ModelExecutionDetector;
import dev.convergence.engine.query.CauseIterator;
import dev.convergence.engine.variable.RefusalException;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.glassfish.jersey.server.ParamException;
import org.springframework.dao.ConcurrencyFailureException;
import org.xml.sax.SAXException;

/**
 * Tells what a caller of the engine's REST did wrong from a fault of ours, by what was thrown. The engine's REST calls most
 * of both a fault.
 */
final class CallerMistakeDetector {

    private static final Map<Predicate<Throwable>, Status> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(any(AuthorizationException.class, ForbiddenException.class), Status.FORBIDDEN);
        KINDS.put(any(NotFoundException.class), Status.NOT_FOUND);
        KINDS.put(
                any(
                        ConflictMarker.class,
                        OptimisticLockingException.class,
                        TaskAlreadyClaimedException.class,
                        ConcurrencyFailureException.class),
                Status.CONFLICT);
        KINDS.put(any(BusyException.class), Status.SERVICE_UNAVAILABLE);
        KINDS.put(
                any(
                        RefusalException.class,
                        BadUserRequestException.class,
                        MismatchingMessageCorrelationException.class,
                        ParseException.class,
                        JsonProcessingException.class,
                        ParamException.QueryParamException.class,
                        ParamException.FormParamException.class,
                        StackOverflowError.class),
                Status.BAD_REQUEST);
        KINDS.put(cause -> cause instanceof SAXException && !ModelExecutionDetector.raised(cause), Status.BAD_REQUEST);
        KINDS.put(CallerMistakeDetector::isFoundInTheQuestion, Status.BAD_REQUEST);
        KINDS.put(CallerMistakeDetector::isStumble, Status.BAD_REQUEST);
    }

    private static final List<String> READERS = List.of("org.camunda.bpm.engine.", "com.fasterxml.jackson.");

    private static final List<Class<? extends RuntimeException>> STUMBLES = List.of(
            NullPointerException.class,
            ClassCastException.class,
            IllegalArgumentException.class,
            IndexOutOfBoundsException.class,
            DateTimeException.class);

    private CallerMistakeDetector() {}

    /** What the caller did wrong; empty where nothing in all the causes says so. */
    static Optional<Status> of(Throwable thrown) {
        List<Throwable> causes = CauseIterator.of(thrown).toList();
        return Stream.concat(
                        KINDS.entrySet().stream()
                                .filter(kind -> causes.stream().anyMatch(kind.getKey()))
                                .map(Map.Entry::getValue),
                        causes.stream().flatMap(cause -> StorageFaultClassifier.status(cause).stream()))
                .findFirst();
    }

    private static Predicate<Throwable> any(Class<?>... types) {
        return cause -> Stream.of(types).anyMatch(type -> type.isInstance(cause));
    }

    /** The engine looked at what it was asked for, before any model moved, and found nothing but that to be wrong. */
    private static boolean isFoundInTheQuestion(Throwable cause) {
        return cause instanceof ProcessEngineException
                && (cause.getCause() == null || cause instanceof NotValidException)
                && !ModelExecutionDetector.raised(cause);
    }

    /** Whoever read it, or looked for what it names, stumbled over what is not there or is of another kind. */
    private static boolean isStumble(Throwable cause) {
        return STUMBLES.stream().anyMatch(type -> type.isInstance(cause))
                && !ModelExecutionDetector.raised(cause)
                && (isWornOut(cause) || isOfReaders(cause));
    }

    /** Java leaves out the stack of what it threw at one place very often: the first of them were logged with theirs. */
    private static boolean isWornOut(Throwable cause) {
        return cause.getStackTrace().length == 0;
    }

    private static boolean isOfReaders(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(type -> !type.startsWith("java.") && !type.startsWith("jdk."))
                .findFirst()
                .filter(type -> READERS.stream().anyMatch(type::startsWith))
                .isPresent();
    }
}
