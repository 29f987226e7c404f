package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.engine.variable.RefusalException;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class CallerMistakeDetectorTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(new OptimisticLockingException("lost"), Status.CONFLICT),
                Arguments.of(wrapped(new OptimisticLockingException("lost")), Status.CONFLICT),
                Arguments.of(wrapped(new TooLateException("over")), Status.CONFLICT),
                Arguments.of(wrapped(new RefusalException("field", "is wrong")), Status.BAD_REQUEST),
                Arguments.of(wrapped(new AuthorizationException("no")), Status.FORBIDDEN),
                Arguments.of(wrapped(new NotFoundException("Thing", "1")), Status.NOT_FOUND),
                Arguments.of(new ProcessEngineException("Password does not match policy"), Status.BAD_REQUEST),
                Arguments.of(wrapped(new NullValueException("userId is null")), Status.BAD_REQUEST),
                Arguments.of(wrapped(new SQLException("too long", "22001")), Status.BAD_REQUEST),
                Arguments.of(wrapped(new SQLException("twice", "23505")), Status.CONFLICT),
                Arguments.of(wrapped(new SQLException("deadlock", "40P01")), Status.CONFLICT),
                Arguments.of(wrapped(new SQLException("lock timeout", "55P03")), Status.CONFLICT),
                Arguments.of(wrapped(new SQLException("gone", "08006")), Status.SERVICE_UNAVAILABLE),
                Arguments.of(wrapped(new SAXException("no XML")), Status.BAD_REQUEST),
                Arguments.of(new StackOverflowError(), Status.BAD_REQUEST));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldByItsCauses(Throwable thrown, Status status) {
        assertThat(CallerMistakeDetector.of(thrown)).contains(status);
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new NullPointerException(),
                new IllegalStateException("broken"),
                wrapped(new NullPointerException()),
                wrapped(new SQLException("no such table", "42P01")),
                raisedIn(
                        "org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl",
                        new NullValueException("x is null")),
                raisedIn(
                        "org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor",
                        new ProcessEngineException("x")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultStaysOne(Throwable thrown) {
        assertThat(CallerMistakeDetector.of(thrown)).isEmpty();
    }

    @Test
    void whatFailsWhileReadingIsAMistake() {
        assertThat(CallerMistakeDetector.of(raisedIn(
                        "org.camunda.bpm.engine.rest.impl.ProcessDefinitionRestServiceImpl",
                        new NullPointerException())))
                .contains(Status.BAD_REQUEST);
    }

    private static Throwable wrapped(Throwable cause) {
        return new RestException(Status.INTERNAL_SERVER_ERROR, new ProcessEngineException("outer", cause), "outermost");
    }

    private static Throwable raisedIn(String type, Throwable thrown) {
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "method", "File.java", 1)});
        return thrown;
    }
}
