package dev.convergence.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** Deploys over HTTP, as Camunda Modeler does, and takes away again what was deployed. */
abstract class DeploymentSurfaceTest extends SurfaceTest {

    static final String PROCESS_OWNER = "process-owner";
    static final String MATRIX = "responsibility-matrix.dmn";
    static final String POLICY = "gate-policy.dmn";

    private static final String BOUNDARY = "a-line-between-files";

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void removeModels() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    static String shipped(String decision) {
        return read(Path.of("bpmn/decisions", decision));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file with another text in one cell. */
    static String with(String cell, String text, String file) {
        Pattern entry = Pattern.compile("(<\\w+Entry id=\"" + cell + "\">\\s*<text>)[^<]*(</text>)");
        Matcher found = entry.matcher(file);
        assertThat(found.find()).as(cell).isTrue();
        return found.replaceFirst("$1" + Matcher.quoteReplacement(text) + "$2");
    }

    /** The file without one of its rules. */
    static String without(String rule, String file) {
        Pattern whole = Pattern.compile("<rule id=\"" + rule + "\">.*?</rule>", Pattern.DOTALL);
        assertThat(whole.matcher(file).find()).as(rule).isTrue();
        return whole.matcher(file).replaceFirst("");
    }

    HttpResponse<String> deploy(String file, String content) {
        return deploy(Map.of(file, content));
    }

    HttpResponse<String> deploy(Map<String, String> files) {
        StringBuilder body = new StringBuilder(part("name=\"deployment-name\"", "owners-change"));
        files.forEach(
                (name, content) -> body.append(part("name=\"%s\"; filename=\"%s\"".formatted(name, name), content)));
        HttpResponse<String> answer = send(request(PROCESS_OWNER, "/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n")));
        if (answer.statusCode() == 200) {
            deployed.add(json(answer.body()).path("id").asText());
        }
        return answer;
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    /** Asserts that it is refused as a whole; the reasons by the elements that they name. */
    Map<String, String> refused(Map<String, String> files) {
        long before = engine.getRepositoryService().createDeploymentQuery().count();

        JsonNode answer = json(deploy(files), 400);

        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .as("deployments")
                .isEqualTo(before);
        Map<String, String> reasons = new LinkedHashMap<>();
        answer.path("details").forEach(file -> file.path("errors").forEach(fault -> {
            reasons.merge(
                    fault.path("mainElementId").asText(), fault.path("message").asText(), (a, b) -> a + "; " + b);
            assertThat(answer.path("message").asText())
                    .contains(fault.path("message").asText());
        }));
        return reasons;
    }

    void assertDeployed(Map<String, String> files) {
        HttpResponse<String> answer = deploy(files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
