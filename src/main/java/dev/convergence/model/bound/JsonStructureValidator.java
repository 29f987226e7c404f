package dev.convergence.model.bound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Looks through a form without building anything of it, and no further than the bounds. */
final class JsonStructureValidator {

    private static final JsonFactory PARSERS = new JsonFactory();

    private JsonStructureValidator() {}

    /** What is wrong with it, as the end of a sentence that begins with the file; empty where nothing is. */
    static Optional<String> faultOf(byte[] content, ModelBoundsProperties bounds) {
        try (JsonParser parser = PARSERS.createParser(content)) {
            return fault(parser, new StructureCounter(bounds));
        } catch (IOException unreadable) {
            return Optional.of(
                    "is no JSON: " + unreadable.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static Optional<String> fault(JsonParser parser, StructureCounter count) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructEnd()) {
                count.end();
            } else if (token.isStructStart()) {
                Optional<String> fault = count.begin();
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }
}
