package dev.convergence.csv;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes a table to readers of the API's description as the text that it is to them, and how to ask for another. */
@Component
class CsvOperationCustomizer implements GlobalOperationCustomizer {

    CsvOperationCustomizer() {
        SpringDocUtils.getConfig().replaceWithClass(CsvTable.class, String.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return isTable(ResolvableType.forMethodReturnType(method.getMethod()))
                ? operation.addParametersItem(separator())
                : operation;
    }

    private static boolean isTable(ResolvableType returned) {
        return CsvTable.class.equals(returned.resolve()) || CsvTable.class.equals(returned.resolveGeneric());
    }

    private static QueryParameter separator() {
        StringSchema words = new StringSchema();
        words.setEnum(Arrays.stream(CsvDialect.values()).map(CsvDialect::word).toList());
        QueryParameter separator = new QueryParameter();
        separator
                .name(CsvRequestConfiguration.SEPARATOR)
                .required(false)
                .description("Asks for the table: comma for programs, semicolon (with a byte order mark and decimal"
                        + " commas) for spreadsheets")
                .schema(words);
        return separator;
    }
}
