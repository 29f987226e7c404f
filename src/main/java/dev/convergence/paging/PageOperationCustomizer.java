package dev.convergence.paging;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes of every list with pages how to ask for one, and where the answer says how many there are in all. */
@Component
class PageOperationCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.getParameterType().equals(PageRequest.class))
                .filter(parameter -> !isDescribed(operation))
                .forEach(parameter -> describe(operation, parameter));
        return operation;
    }

    /** A list and its table are one operation, described one after the other. */
    private static boolean isDescribed(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> PageRequestArgumentResolver.FIRST.equals(parameter.getName()));
    }

    private static void describe(Operation operation, MethodParameter parameter) {
        PageBounds bounds = PageBounds.of(parameter);
        operation
                .addParametersItem(parameter(
                        PageRequestArgumentResolver.FIRST, "How many to skip", 0, 0, PageRequest.MOST_SKIPPED))
                .addParametersItem(parameter(
                        PageRequestArgumentResolver.MAX,
                        "How many to list at most",
                        bounds.standard(),
                        1,
                        bounds.most()));
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                total(response);
            }
        });
    }

    private static QueryParameter parameter(String name, String meaning, int standard, int least, int most) {
        IntegerSchema number = new IntegerSchema();
        number.setDefault(standard);
        number.minimum(BigDecimal.valueOf(least)).maximum(BigDecimal.valueOf(most));
        QueryParameter parameter = new QueryParameter();
        parameter.name(name).required(false).description(meaning).schema(number);
        return parameter;
    }

    private static void total(ApiResponse response) {
        response.addHeaderObject(
                Page.TOTAL,
                new Header().description("How many the whole list has").schema(new IntegerSchema().format("int64")));
    }
}
