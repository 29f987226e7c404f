package dev.convergence.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.function.Predicate;

/**
 * One way in which operations say no, as a problem detail (RFC 9457).
 *
 * @param name by which the description refers to it
 * @param applies which operations may answer it
 */
record ProblemResponse(String name, int status, String meaning, Predicate<ApiOperation> applies) {

    static final String SCHEMA = "Problem";

    private static final String MEDIA_TYPE = "application/problem+json";

    private static final List<ProblemResponse> ALL = List.of(
            new ProblemResponse(
                    "Invalid",
                    400,
                    "Something that was sent is not readable, or is not what it must be; errors names the fields",
                    ApiOperation::hasParameters),
            new ProblemResponse("SignInNeeded", 401, "The caller has not signed in", operation -> !operation.isOpen()),
            new ProblemResponse("Forbidden", 403, "The caller may not do this", operation -> !operation.isOpen()),
            new ProblemResponse("NotFound", 404, "What the address names does not exist", ApiOperation::namesSomething),
            new ProblemResponse("Conflict", 409, "It is too late, or somebody else was first", ApiOperation::changes),
            new ProblemResponse("TooLarge", 413, "The body is too long", ApiOperation::hasBody),
            new ProblemResponse("NoJson", 415, "The body is no JSON", ApiOperation::hasBody),
            new ProblemResponse(
                    "Unprocessable",
                    422,
                    "What was sent is readable, but cannot be done; errors names the fields",
                    ApiOperation::hasParameters),
            new ProblemResponse(
                    "Unavailable", 503, "Too much is waiting, or the database is away; try again later", any -> true));

    static List<ProblemResponse> all() {
        return ALL;
    }

    ApiResponse response() {
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    static Schema<?> schema() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("reason", new StringSchema().description("What is wrong there; reads on after the field"))
                .required(List.of("field", "reason"));
        return new ObjectSchema()
                .description("A problem detail as in RFC 9457")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What is wrong, where, and what to do"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("errors", new ArraySchema().items(error))
                .required(List.of("status", "detail"));
    }
}
