package dev.convergence.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import dev.convergence.node.NodeTest;
import dev.convergence.node.NodeTools;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description from which programs that call the API are generated. */
class ApiDescriptionTest extends SurfaceTest {

    private static final Set<String> OF_ANOTHER_CALL = Set.of("_1", "_2", "_3");

    private record Operation(String method, String path, JsonNode description) {

        boolean changes() {
            return !method.equals("get");
        }

        boolean isOpen() {
            return path.equals("/api/calendar.ics");
        }

        Stream<String> statuses() {
            return StreamSupport.stream(
                    ((Iterable<String>) description.path("responses")::fieldNames).spliterator(), false);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void saysWhatItDescribes() {
        JsonNode info = description().path("info");

        assertThat(info.path("title").asText()).isEqualTo("Campaign Convergence");
        assertThat(info.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void saysOfEveryOperationWhatItDoesAndByWhichNameToCallIt() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.description().path("summary").asText()).isNotBlank();
            assertThat(OF_ANOTHER_CALL)
                    .noneMatch(operation.description().path("operationId").asText()::endsWith);
        });
    }

    @Test
    void saysOfEveryOperationHowToSignIn() {
        assertThat(operations()).allSatisfy(operation -> assertThat(
                        operation.description().path("security").findParents("basic"))
                .hasSize(operation.isOpen() ? 0 : 1));
        assertThat(operations().filter(operation -> !operation.isOpen())).allSatisfy(operation -> assertThat(
                        operation.description().path("security").findParents("xsrfToken"))
                .hasSize(operation.changes() ? 1 : 0));
    }

    @Test
    void saysOfEveryOperationHowItMaySayNo() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.statuses()).contains("503").anyMatch(status -> status.startsWith("2"));
            if (!operation.isOpen()) {
                assertThat(operation.statuses()).contains("401", "403");
            }
            if (operation.changes()) {
                assertThat(operation.statuses()).contains("409");
            }
            if (operation.path().contains("{")) {
                assertThat(operation.statuses()).contains("404");
            }
        });
        assertThat(description().at("/components/responses/NotFound/content").fieldNames())
                .toIterable()
                .containsExactly("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/campaigns, 201",
        "/api/absences, 201",
        "/api/calendar/token, 201",
        "/api/campaigns/{key}/readings, 202",
    })
    void saysWhatASuccessfulCallAnswers(String path, String status) {
        JsonNode responses = description().path("paths").path(path).at("/post/responses");

        assertThat(responses.fieldNames())
                .toIterable()
                .filteredOn(answer -> answer.startsWith("2"))
                .containsExactly(status);
    }

    @Test
    void answersHeadWhereverItAnswersGet() {
        String key = newKey();
        create(key);
        String token = json(post("sales", "/api/calendar/token", ""), 201)
                .path("token")
                .asText();

        assertThat(operations().filter(operation -> !operation.changes())).allSatisfy(operation -> {
            String path = operation.path().replace("{key}", key).replaceAll("\\{\\w+}", "no-such")
                    + (operation.isOpen() ? "?token=" + token : "");
            String user = operation.isOpen() ? NOBODY : "sales";
            int status = get(user, path).statusCode();
            assertThat(send(request(user, path).method("HEAD", BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(status);
        });
    }

    @NodeTest
    void isValidByTheRulesThatRedoclyRecommends() throws IOException {
        NodeTools.Outcome outcome = NodeTools.script("lint-openapi.mjs", stored());

        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @NodeTest
    void isValidByTheRulesOfSpectral() throws IOException {
        NodeTools.Outcome outcome = NodeTools.program(
                "spectral", "lint", stored().toAbsolutePath().toString(), "--ruleset", "spectral.yaml", "-F", "error");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private Path stored() throws IOException {
        Path file = Path.of("target", "openapi.json");
        ObjectNode description = (ObjectNode) description();
        ((ObjectNode) description.path("paths"))
                .retain(operations().map(Operation::path).toList());
        return Files.writeString(file, description.toString());
    }

    private JsonNode description() {
        return json(get("sales", "/v3/api-docs"), 200);
    }

    /** Those of the application; tests add some of their own. */
    private Stream<Operation> operations() {
        return description().path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/api/test"))
                .flatMap(ApiDescriptionTest::operations);
    }

    private static Stream<Operation> operations(Map.Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .map(operation -> new Operation(operation.getKey(), path.getKey(), operation.getValue()));
    }
}
