package dev.convergence.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of requests have one form and bounds. */
class StrictValueModuleTest {

    private enum Colour {
        RED
    }

    private record Values(
            LocalDate date,
            Instant instant,
            BigDecimal number,
            Integer whole,
            int plain,
            Boolean flag,
            boolean bare,
            String text,
            Colour colour,
            List<LocalDate> dates) {}

    private final ObjectMapper strict = StrictValueModule.of(new ObjectMapper().registerModule(new JavaTimeModule()));

    @Test
    void readsTheDocumentedForms() throws JsonProcessingException {
        Values values = read(
                """
                {"date": "2027-03-01", "instant": "2027-03-01T09:00:00+0000", "number": 19.99, "whole": 3, "plain": 4,
                 "flag": true, "bare": false, "text": "a\\nb", "colour": "RED", "dates": ["2027-03-02"]}""");

        assertThat(values.date()).isEqualTo("2027-03-01");
        assertThat(values.instant()).isEqualTo("2027-03-01T09:00:00Z");
        assertThat(values.number()).isEqualByComparingTo("19.99");
        assertThat(values.dates()).containsExactly(LocalDate.parse("2027-03-02"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T09:00:00Z",
        "2027-03-01T10:00+01:00",
        "2027-03-01T10:00:00+0100",
        "2027-03-01T09:00:00.000+00"
    })
    void readsEveryCommonOffset(String instant) throws JsonProcessingException {
        assertThat(read("{\"instant\": \"" + instant + "\"}").instant()).isEqualTo("2027-03-01T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date     | \"2027-02-28T23:00:00.000Z\"  | must be a date such as 2027-01-15",
                "date     | 20454                         | must be a date such as 2027-01-15",
                "date     | [2027, 3, 1]                  | must be a date such as 2027-01-15",
                "date     | \"\"                          | must be a date such as 2027-01-15",
                "date     | \"2027-02-30\"                | must be a date such as 2027-01-15",
                "date     | \"2027-W09-1\"                | must be a date such as 2027-01-15",
                "date     | \"9999-12-31\"                | must lie between 1970-01-01 and 2179-12-31",
                "date     | \"0027-02-03\"                | must lie between 1970-01-01 and 2179-12-31",
                "date     | \"2200-01-02\"                | must lie between 1970-01-01 and 2179-12-31",
                "date     | \"+12027-01-02\"              | must be a date such as 2027-01-15",
                "instant  | 1772355600                    | must be a date and time with its offset",
                "instant  | 1772355600.5                  | must be a date and time with its offset",
                "instant  | \"2027-03-01\"                | must be a date and time with its offset",
                "instant  | \"2027-03-01T09:00:00\"       | must be a date and time with its offset",
                "instant  | \"-1000000000-01-01T00:00:00Z\" | must be a date and time with its offset",
                "instant  | \"9999-12-31T00:00:00Z\"      | must lie between",
                "number   | \"19.99\"                     | must be a number",
                "number   | true                          | must be a number",
                "number   | 1e99999999                    | must have at most",
                "number   | 1e-99999999                   | must have at most",
                "number   | 12345678901234567             | must have at most",
                "whole    | \"3\"                         | must be a number",
                "whole    | 3.7                           | must be a number",
                "plain    | \"3\"                         | must be a number",
                "plain    | true                          | must be a number",
                "flag     | \"true\"                      | must be true or false",
                "flag     | 1                             | must be true or false",
                "bare     | 0                             | must be true or false",
                "text     | 5                             | must be a text",
                "text     | true                          | must be a text",
                "text     | \"a\\u0000b\"                 | has a character that cannot be stored",
                "text     | \"a\\u0007b\"                 | has a character that cannot be stored",
                "text     | \"\\ud800\"                   | has a character that cannot be stored",
                "colour   | 0                             | must be one of [RED]",
                "dates[0] | x                             | ",
            })
    void refusesEveryOtherForm(String field, String value, String reason) {
        String body = field.endsWith("[0]") ? "{\"dates\": [20454]}" : "{\"" + field + "\": " + value + "}";

        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(JsonMappingException.class, wrong -> {
            JsonFault fault = JsonFault.of(wrong);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.reason()).startsWith(reason == null ? "must be a date" : reason);
        });
    }

    private Values read(String text) throws JsonProcessingException {
        return strict.readValue(text, Values.class);
    }
}
