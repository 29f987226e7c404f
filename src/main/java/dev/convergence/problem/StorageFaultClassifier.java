package dev.convergence.problem;

import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What a database says about a statement, by the class of its SQL state. */
final class StorageFaultClassifier {

    private static final int CLASS = 2;

    private static final Map<String, Status> STATUS = Map.of(
            // A value is too long, too large, or has a character that cannot be stored.
            "22", Status.BAD_REQUEST,
            // There is such a row already, or a row that it belongs to is missing.
            "23", Status.CONFLICT,
            // Another transaction was first.
            "40", Status.CONFLICT,
            // Another transaction has held for long what is needed.
            "55", Status.CONFLICT,
            // The database does not answer.
            "08", Status.SERVICE_UNAVAILABLE);

    private static final Map<String, String> WORDS = Map.of(
            "22", "A value is too long, too large, or has a character that cannot be stored.",
            "23", "There is such a thing already, or something that belongs to it is missing.",
            "40", "Somebody else acted at the same moment. Look at the present state and try again.",
            "55", "Somebody else is at work on the same thing. Try again in a moment.",
            "08", "The database does not answer at the moment. Try again in a moment.");

    private StorageFaultClassifier() {}

    static Optional<Status> status(Throwable cause) {
        return kind(cause).map(STATUS::get);
    }

    static Optional<String> words(Throwable cause) {
        return kind(cause).map(WORDS::get);
    }

    /** Whether the database said this SQL state, or one that begins so. */
    static boolean hasState(Throwable cause, String start) {
        return state(cause).filter(state -> state.startsWith(start)).isPresent();
    }

    private static Optional<String> kind(Throwable cause) {
        return state(cause).filter(state -> state.length() >= CLASS).map(state -> state.substring(0, CLASS));
    }

    private static Optional<String> state(Throwable cause) {
        return cause instanceof SQLException fault ? Optional.ofNullable(fault.getSQLState()) : Optional.empty();
    }
}
