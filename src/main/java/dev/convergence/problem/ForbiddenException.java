package dev.convergence.problem;

/** The caller is known, but may not do this; the API answers 403. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param who who may, as the end of a sentence */
    public ForbiddenException(String who) {
        super("Only " + who + " may do this.");
    }
}
