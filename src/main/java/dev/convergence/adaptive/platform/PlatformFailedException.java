package dev.convergence.adaptive.platform;

/** A platform did not take an instruction. The text becomes the incident's; it holds no address and no secret. */
public final class PlatformFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    /** @param isFinal whether it would say the same to the same instruction again */
    public PlatformFailedException(String platform, String reason, boolean isFinal) {
        this("The " + platform + " did not take the instruction: " + reason, isFinal);
    }

    private PlatformFailedException(String message, boolean isFinal) {
        // Without a stack trace: each attempt would write one that says nothing more.
        super(message, null, false, false);
        this.isFinal = isFinal;
    }

    static PlatformFailedException notSetUp(String platform, String setting) {
        return new PlatformFailedException("No " + platform + " is set up (" + setting + ")", false);
    }

    /** Whether the platform has understood and said no: it has not taken it, and trying again does not help. */
    public boolean isFinal() {
        return isFinal;
    }
}
