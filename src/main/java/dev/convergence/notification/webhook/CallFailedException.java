package dev.convergence.notification.webhook;

/** A call was not answered with a yes. There is no cause to it, whose text might hold an address with a token in it. */
public final class CallFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    CallFailedException(String reason, boolean isFinal) {
        super(reason, null, false, false);
        this.isFinal = isFinal;
    }

    /** Whether the target has understood the call and said no, for good. */
    public boolean isFinal() {
        return isFinal;
    }
}
