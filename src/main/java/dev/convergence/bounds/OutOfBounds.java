package dev.convergence.bounds;

/** A value that is not written as asked for, or lies outside what the application can work with. */
public final class OutOfBounds extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, as the end of a sentence that begins with the field's name */
    public OutOfBounds(String reason) {
        super(reason);
    }
}
