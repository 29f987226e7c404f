package dev.convergence.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers a refused request in the form of its door: the engine's own JSON, or problem details. */
@Component
class RefusalWriter {

    private static final String ENGINE = "/engine-rest/";
    private static final String WEBAPPS = "/camunda/api/";
    private static final String TYPE = "InvalidRequestException";

    private final ProblemEntryPoint problemEntryPoint;
    private final ObjectMapper json;

    RefusalWriter(ProblemEntryPoint problemEntryPoint, ObjectMapper json) {
        this.problemEntryPoint = problemEntryPoint;
        this.json = json;
    }

    static boolean isEngine(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ENGINE);
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason)
            throws IOException {
        if (isEngine(request) || request.getRequestURI().startsWith(WEBAPPS)) {
            writeAsEngine(response, status, reason);
        } else {
            problemEntryPoint.write(request, response, status, reason);
        }
    }

    private void writeAsEngine(HttpServletResponse response, HttpStatus status, String reason) throws IOException {
        byte[] body = json.writeValueAsBytes(Map.of("type", TYPE, "message", reason));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
