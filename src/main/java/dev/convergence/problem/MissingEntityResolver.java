package dev.convergence.problem;

import dev.convergence.engine.history.FinishedEntityReader;
import dev.convergence.engine.query.CauseIterator;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;

/** What an address of the engine's REST names and is not there: 404 where it never was, 409 where it is over. */
final class MissingEntityResolver {

    private MissingEntityResolver() {}

    /** Empty where the engine misses something else, or nothing. */
    static Optional<Status> status(Throwable thrown, UriInfo address) {
        return CauseIterator.of(thrown)
                .filter(cause -> cause instanceof NullValueException || cause instanceof NotFoundException)
                .findFirst()
                .map(Throwable::getMessage)
                .flatMap(message -> status(message, segments(address)));
    }

    private static List<String> segments(UriInfo address) {
        return address.getPathSegments().stream().map(PathSegment::getPath).toList();
    }

    private static Optional<Status> status(String message, List<String> segments) {
        return IntStream.range(1, segments.size())
                .filter(i -> !segments.get(i).isBlank() && message.contains("'" + segments.get(i) + "'")
                        || message.endsWith(" " + segments.get(i))
                        || message.contains(" " + segments.get(i) + ":"))
                .mapToObj(i -> status(segments.get(i - 1), segments.get(i)))
                .findFirst();
    }

    private static Status status(String kind, String id) {
        return FinishedEntityReader.include(kind, id) ? Status.CONFLICT : Status.NOT_FOUND;
    }
}
