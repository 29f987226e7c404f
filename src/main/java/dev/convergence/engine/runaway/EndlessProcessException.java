package dev.convergence.engine.runaway;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * A process would not let go of its thread, and is not run; nothing was changed. The engine's REST would turn an
 * exception of the engine into a 500 where a process is started; this one it hands through as a 400.
 */
public final class EndlessProcessException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    /** @param message what would not come to an end, and what to do, as a sentence */
    EndlessProcessException(String message) {
        super(Status.BAD_REQUEST, message);
    }
}
