package dev.convergence.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operations of an OpenAPI description, and bad requests for each. */
final class OpenApiOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LONG = "x".repeat(5_000);
    private static final int DEEP = 100_000;

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "\"text\"",
            "1",
            "{",
            "no json",
            "{\"unknownProperty\":1}",
            "[null]",
            "[".repeat(DEEP),
            "{\"a\":".repeat(DEEP));

    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.objectNode(),
            JSON.arrayNode(),
            JSON.arrayNode().addNull(),
            JSON.arrayNode().add(JSON.objectNode()),
            JSON.textNode("x"),
            JSON.textNode(LONG),
            JSON.textNode("2027-99-99T00:00:00.000+0000"),
            JSON.textNode("\u0000"),
            JSON.numberNode(-1),
            JSON.numberNode(new java.math.BigInteger("9".repeat(30))),
            JSON.booleanNode(true));

    private static final List<String> QUERY_VALUES =
            List.of("abc", "-1", "99999999999999999999", "2027-99-99T00:00:00", "", "a,b,,", "a_eq_%00b", "_eq_", LONG);

    /** Of the values that are possible, so many for each property: another part of them for the next. */
    private static final int PART = 2;

    private static final List<String> IDS = List.of("no-such", "%C3%BC%20x", LONG.substring(0, 500));

    private final JsonNode description;
    private int next;

    OpenApiOperations(JsonNode description) {
        this.description = description;
    }

    /**
     * One operation.
     *
     * @param path with its parameters in braces
     */
    record Operation(String method, String path, JsonNode details) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Call(String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path.substring(0, Math.min(150, path.length())) + " "
                    + body.substring(0, Math.min(200, body.length()));
        }
    }

    List<Operation> all() {
        return stream(description.path("paths"))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
    }

    List<Call> badCalls(Operation operation) {
        List<Call> calls = new ArrayList<>();
        IDS.forEach(id -> calls.add(new Call(operation.method(), path(operation, id), "{}")));
        queries(operation)
                .forEach(query ->
                        calls.add(new Call(operation.method(), path(operation, IDS.get(0)) + "?" + query, "{}")));
        JsonNode content =
                operation.details().path("requestBody").path("content").path("application/json");
        if (!content.isMissingNode()) {
            bodies(content).forEach(body -> calls.add(new Call(operation.method(), path(operation, IDS.get(0)), body)));
        }
        return calls;
    }

    private static String path(Operation operation, String id) {
        return operation.path().replaceAll("\\{[^}]+}", id);
    }

    private Stream<String> queries(Operation operation) {
        return StreamSupport.stream(operation.details().path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .flatMap(parameter ->
                        part(QUERY_VALUES).map(value -> parameter.path("name").asText() + "=" + value));
    }

    private <T> Stream<T> part(List<T> values) {
        return IntStream.range(0, PART).mapToObj(i -> values.get(next++ % values.size()));
    }

    private Stream<String> bodies(JsonNode content) {
        ObjectNode right = example(content);
        Stream<String> spoilt = right.properties().stream().flatMap(property -> part(VALUES)
                .map(value -> right.deepCopy().set(property.getKey(), value).toString()));
        Stream<String> alone = right.properties().stream().flatMap(property -> part(VALUES)
                .map(value -> JSON.objectNode().set(property.getKey(), value).toString()));
        return Stream.of(BODIES.stream(), spoilt, alone).flatMap(all -> all);
    }

    /** All properties that the schema knows, with the values of the examples where they have some. */
    private ObjectNode example(JsonNode content) {
        ObjectNode body = JSON.objectNode();
        properties(content.path("schema"), body);
        JsonNode examples = content.path("examples");
        if (!examples.isEmpty() && examples.iterator().next().path("value") instanceof ObjectNode given) {
            ObjectNode right = given.deepCopy();
            body.properties().forEach(property -> {
                if (!right.has(property.getKey())) {
                    right.putNull(property.getKey());
                }
            });
            return right;
        }
        return body;
    }

    private void properties(JsonNode schema, ObjectNode body) {
        JsonNode known =
                schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
        known.path("allOf").forEach(part -> properties(part, body));
        known.path("properties").fieldNames().forEachRemaining(body::putNull);
    }

    private static Stream<java.util.Map.Entry<String, JsonNode>> stream(JsonNode object) {
        return object.properties().stream();
    }

    static OpenApiOperations read(ObjectMapper mapper, java.io.InputStream description) throws java.io.IOException {
        return new OpenApiOperations(mapper.readTree(description));
    }
}
