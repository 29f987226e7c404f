package dev.convergence.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.convergence.engine.Refusal;
import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What the API answers when it cannot do what was asked. */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final List<Map.Entry<Class<?>, String>> WANTED = List.of(
            Map.entry(String.class, "a text"),
            Map.entry(Number.class, "a number"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Collection.class, "a list"),
            Map.entry(LocalDate.class, "a date, such as 2027-03-01"),
            Map.entry(Instant.class, "a moment, such as 2027-03-01T09:00:00Z"));

    private record FieldError(String field, String reason) {}

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        HttpStatus status = refusal instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        problem.setProperty("errors", List.of(new FieldError(refusal.field(), refusal.reason())));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail violated(ConstraintViolationException violated) {
        List<FieldError> errors = violated.getConstraintViolations().stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return invalid(errors);
    }

    @ExceptionHandler
    ProblemDetail missing(NotFound missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException forbidden) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "You may not do this.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(Forbidden forbidden) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, forbidden.getMessage());
    }

    @ExceptionHandler({
        OptimisticLockingException.class,
        ConcurrencyFailureException.class,
        MismatchingMessageCorrelationException.class,
        // What was there when the call began is gone.
        NullValueException.class
    })
    ProblemDetail lostRace(Exception lost) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Somebody else acted at the same moment. Look at the present state and try again.");
    }

    /** The firewall looks at a parameter when it is asked for. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException rejected) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "A parameter has a character that is never in order.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(busy.retryAfter().toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail late(TooLate late) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, late.getMessage());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), error.getDefaultMessage()))
                .toList();
        return handleExceptionInternal(invalid, invalid(errors), headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = unreadable.getCause() instanceof JsonMappingException mapping
                ? invalid(List.of(new FieldError(path(mapping), reason(mapping))))
                : ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body is not readable JSON.");
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    private static ProblemDetail invalid(List<FieldError> errors) {
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.reason())
                .sorted()
                .collect(Collectors.joining("; "));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** What was wanted, in words of JSON; what the parser says of it names classes. */
    private static String reason(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return "is not known; there are "
                    + new TreeSet<>(unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .toList());
        }
        if (mapping instanceof InvalidFormatException odd
                && odd.getValue() instanceof String text
                && text.indexOf(0) >= 0) {
            return "has a character that cannot be stored";
        }
        return mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "must be " + wanted(mismatch.getTargetType())
                : "is not readable";
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return WANTED.stream()
                .filter(kind -> kind.getKey().isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(type)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("an object");
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
