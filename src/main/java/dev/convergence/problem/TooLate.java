package dev.convergence.problem;

/** What was asked for was right once, but is over; the API answers 409. */
public final class TooLate extends RuntimeException implements Conflict {

    private static final long serialVersionUID = 1L;

    public TooLate(String message) {
        super(message);
    }
}
