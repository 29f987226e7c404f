package dev.convergence.adaptive.platform;

/** A platform did not take an instruction. The text becomes the incident's; it holds no address and no secret. */
public final class PlatformFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformFailed(String platform, String reason) {
        // Without a stack trace: each attempt would write one that says nothing more.
        super("The " + platform + " did not take the instruction: " + reason, null, false, false);
    }

    private PlatformFailed(String message) {
        super(message, null, false, false);
    }

    static PlatformFailed notSetUp(String platform, String setting) {
        return new PlatformFailed("No " + platform + " is set up (" + setting + ")");
    }
}
