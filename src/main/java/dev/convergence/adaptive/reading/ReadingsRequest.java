package dev.convergence.adaptive.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.engine.variable.RefusalException;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The body of a call that delivers readings: one of them, or a list. */
@JsonDeserialize(using = ReadingsRequest.Parser.class)
record ReadingsRequest(JsonNode body) {

    private static final int MOST = 1000;
    private static final String FIELD = "readings";

    boolean isSingle() {
        return body.isObject();
    }

    /**
     * What it holds, right or wrong, in its order.
     *
     * @throws Refusal where it is neither, or where there are none or too many
     */
    List<Reading> readings() {
        if (isSingle()) {
            return List.of(ReadingParser.parse(body));
        }
        if (!body.isArray() || body.isEmpty() || body.size() > MOST) {
            throw new RefusalException(FIELD, "must be one object or a list of 1 to " + MOST);
        }
        return StreamSupport.stream(body.spliterator(), false)
                .map(ReadingParser::parse)
                .toList();
    }

    /** Keeps numbers as they were written. */
    static final class Parser extends StdDeserializer<ReadingsRequest> {

        private static final long serialVersionUID = 1L;

        private static final ObjectReader EXACT =
                new JsonMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

        Parser() {
            super(ReadingsRequest.class);
        }

        /** Else each call would make a new one. */
        @Override
        public boolean isCachable() {
            return true;
        }

        @Override
        public ReadingsRequest deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return new ReadingsRequest(EXACT.readTree(json));
        }
    }
}
