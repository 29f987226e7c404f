package dev.convergence.problem;

/** What was asked for was right once, but is over; the API answers 409. */
public final class TooLateException extends RuntimeException implements ConflictMarker {

    private static final long serialVersionUID = 1L;

    public TooLateException(String message) {
        super(message);
    }
}
