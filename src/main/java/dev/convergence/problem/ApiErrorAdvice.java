package dev.convergence.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.engine.variable.RefusalException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What the API answers when it cannot do what was asked. */
@RestControllerAdvice
class ApiErrorAdvice extends ResponseEntityExceptionHandler {

    private record FieldError(String field, String reason) {}

    @ExceptionHandler
    ProblemDetail refused(RefusalException refusalException) {
        HttpStatus status =
                refusalException instanceof ConflictMarker ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusalException.getMessage());
        problem.setProperty("errors", List.of(new FieldError(refusalException.field(), refusalException.reason())));
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
    ProblemDetail missing(NotFoundException missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException forbidden) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "You may not do this.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(ForbiddenException forbiddenException) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, forbiddenException.getMessage());
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
    ResponseEntity<ProblemDetail> busy(BusyException busyException) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(busyException.retryAfter().toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busyException.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail late(TooLateException late) {
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

    /** A parameter of the address, or a part of its path. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String reason = mismatch.getMostSpecificCause() instanceof OutOfBounds out
                ? out.getMessage()
                : "must be " + JsonFault.wanted(Objects.requireNonNullElse(mismatch.getRequiredType(), Object.class));
        ProblemDetail problem = invalid(List.of(new FieldError(mismatch.getPropertyName(), reason)));
        return handleExceptionInternal(mismatch, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = unreadable.getCause() instanceof JsonMappingException mapping
                ? invalid(List.of(fieldError(JsonFault.of(mapping))))
                : ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body is not readable JSON.");
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    private static FieldError fieldError(JsonFault fault) {
        return new FieldError(fault.field(), fault.reason());
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
}
