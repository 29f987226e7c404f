package dev.convergence.openapi;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds to every operation the ways in which it may say no. */
@Component
class ProblemResponseCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ApiOperation described = new ApiOperation(method);
        ProblemResponse.all().stream()
                .filter(problem -> problem.applies().test(described))
                .forEach(problem ->
                        operation.getResponses().addApiResponse(String.valueOf(problem.status()), problem.reference()));
        return operation;
    }
}
