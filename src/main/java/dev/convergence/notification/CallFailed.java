package dev.convergence.notification;

/** A call was not answered with a yes. There is no cause to it, whose text might hold an address with a token in it. */
public final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    CallFailed(String reason) {
        super(reason, null, false, false);
    }
}
