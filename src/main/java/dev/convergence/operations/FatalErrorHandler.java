package dev.convergence.operations;

/** Errors after which nothing in the process can be relied on: it ends at once, to be started again from outside. */
final class FatalErrorHandler {

    /** The same as that of {@link OutOfMemoryExitDetector#OPTION}. */
    private static final int EXIT = 3;

    private FatalErrorHandler() {}

    /** Ends the process where such an error is among the causes; else nothing happens. */
    static void endOn(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isFatal(cause)) {
                end();
            }
        }
    }

    static boolean isFatal(Throwable fault) {
        return fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError);
    }

    /** Without a word of the logging, which needs memory. */
    private static void end() {
        try {
            System.err.println("Out of memory, or another fatal error of the virtual machine: the process ends.");
        } finally {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
