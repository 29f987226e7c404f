package dev.convergence.engine.feel;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * A decision is not evaluated, because it could run away. The engine's REST answers it as 422: exceptions of the engine
 * it would turn into a 500.
 */
public class UnboundedDecisionException extends WebApplicationException {

    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;

    /** @param reason what is wrong, as a sentence that names the expression */
    UnboundedDecisionException(String reason) {
        super("The decision is not evaluated: " + reason, answer("The decision is not evaluated: " + reason));
    }

    private static Response answer(String message) {
        return Response.status(UNPROCESSABLE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "UnboundedDecisionException", "message", message))
                .build();
    }
}
