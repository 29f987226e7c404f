package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convergence.adaptive.reading.store.Reading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingParserTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "0.15,           0.150000",
        "12345678901.25, 12345678901.250000",
        "0.1234565,      0.123456",
        "1e-9999999,     0.000000",
        "-0.0,           0.000000",
        "1e3,            1000.000000",
        "999999999999999999, 999999999999999999.000000",
    })
    void keepsNumbersAsTheyWereWritten(String written, String value) throws JsonProcessingException {
        assertThat(reading("value", written).value()).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e99999999", "-1e19", "1000000000000000000", "999999999999999999.9999999"})
    void rejectsNumbersThatAreTooLarge(String written) throws JsonProcessingException {
        assertThat(assertTimeout(Duration.ofSeconds(1), () -> reading("value", written))
                        .fault())
                .isEqualTo("value is too large");
    }

    @Test
    void rejectsHalfACharacter() throws JsonProcessingException {
        assertThat(reading("metric", "\"\\ud800\"").fault()).isEqualTo("metric has characters that cannot be stored");
    }

    @Test
    void readsTimesOfAnyZoneToTheMicrosecond() throws JsonProcessingException {
        assertThat(reading("observedAt", "\"2027-03-01T10:00:00.123456789+02:00\"")
                        .observedAt())
                .isEqualTo(Instant.parse("2027-03-01T08:00:00.123456Z"));
    }

    @Test
    void tellsTheFirstFaultAndKeepsWhatIsRight() throws JsonProcessingException {
        Reading reading =
                read("{\"id\": \"a\", \"source\": 1, \"metric\": 2, \"value\": \"x\", \"observedAt\": \"y\"}");

        assertThat(reading.fault()).isEqualTo("source must be a text");
        assertThat(reading.id()).isEqualTo("a");
        assertThat(reading.source()).isNull();
        assertThat(reading.value()).isNull();
    }

    private static Reading reading(String field, String written) throws JsonProcessingException {
        String json =
                """
                {"id": "a", "source": "email", "metric": "m", "value": 1, "observedAt": "2027-03-01T08:00:00Z", "%s": %s}"""
                        .formatted(field, written);
        return read(json);
    }

    private static Reading read(String json) throws JsonProcessingException {
        return JSON.readValue("[" + json + "]", ReadingsRequest.class)
                .readings()
                .get(0);
    }
}
