package dev.convergence.csv;

import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Writes every table in the dialect that the request asks for. */
@RestControllerAdvice
class CsvDialectAdvice implements ResponseBodyAdvice<CsvTable> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return CsvWriter.class.equals(converter);
    }

    @Override
    public CsvTable beforeBodyWrite(
            CsvTable table,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        String separator = CsvRequestConfiguration.separator(((ServletServerHttpRequest) request).getServletRequest());
        return separator == null ? table : table.in(dialect(separator));
    }

    private static CsvDialect dialect(String separator) {
        return CsvDialect.named(separator).orElseThrow(CsvDialectAdvice::unknown);
    }

    private static ErrorResponseException unknown() {
        String reason = "must be one of " + CsvDialect.words();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, CsvRequestConfiguration.SEPARATOR + " " + reason);
        problem.setProperty("errors", List.of(Map.of("field", CsvRequestConfiguration.SEPARATOR, "reason", reason)));
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
