package dev.convergence.engine;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * The engine's REST takes whatever the engine refuses about a comment or an attachment for a wrong request (400); what
 * somebody may not do stays forbidden (403), and what is wrong is said.
 */
public class NoteRefusalMapper implements ExceptionMapper<InvalidRequestException> {

    @Override
    public Response toResponse(InvalidRequestException refused) {
        ExceptionHandlerHelper answers = ExceptionHandlerHelper.getInstance();
        return answers.getResponse(
                refused.getCause() instanceof AuthorizationException forbidden ? forbidden : refused);
    }
}
