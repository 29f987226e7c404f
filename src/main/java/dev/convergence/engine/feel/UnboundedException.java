package dev.convergence.engine.feel;

/** An expression is out of bounds. */
final class UnboundedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason why, as the end of a sentence that begins with the expression */
    UnboundedException(String reason) {
        super(reason, null, false, false);
    }
}
