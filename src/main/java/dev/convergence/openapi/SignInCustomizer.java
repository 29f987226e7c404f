package dev.convergence.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** How a caller signs in to an operation: by name and password, or by the session of the web applications. */
@Component
class SignInCustomizer implements GlobalOperationCustomizer {

    static final String BASIC = "basic";
    static final String SESSION = "session";
    static final String XSRF_TOKEN = "xsrfToken";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ApiOperation described = new ApiOperation(method);
        return operation.security(described.isOpen() ? List.of() : List.of(required(BASIC), session(described)));
    }

    private static SecurityRequirement session(ApiOperation described) {
        SecurityRequirement session = required(SESSION);
        return described.changes() ? session.addList(XSRF_TOKEN) : session;
    }

    private static SecurityRequirement required(String scheme) {
        return new SecurityRequirement().addList(scheme);
    }
}
