package dev.convergence.adaptive.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads one reading out of JSON, whatever is wrong with it. Fields that it does not know are left alone. */
final class ReadingParser {

    private static final int MOST_DIGITS = 18;
    private static final int DECIMALS = 6;

    private final JsonNode json;
    private String fault;

    private ReadingParser(JsonNode json) {
        this.json = json;
    }

    static Reading parse(JsonNode json) {
        return new ReadingParser(json).reading();
    }

    private Reading reading() {
        if (!json.isObject()) {
            return new Reading(null, null, null, null, "", null, null, "a reading must be an object");
        }
        return new Reading(
                json.path("id").textValue(),
                text("id", Reading.LONGEST_ID),
                text("source", Reading.LONGEST_NAME),
                text("metric", Reading.LONGEST_NAME),
                isMissing("channel") ? "" : text("channel", Reading.LONGEST_NAME),
                value(),
                observedAt(),
                fault);
    }

    private boolean isMissing(String field) {
        JsonNode node = json.path(field);
        return node.isMissingNode()
                || node.isNull()
                || node.isTextual() && node.textValue().isBlank();
    }

    private String text(String field, int longest) {
        JsonNode node = json.path(field);
        if (isMissing(field)) {
            return fault(field, "is missing");
        }
        if (!node.isTextual()) {
            return fault(field, "must be a text");
        }
        String text = node.textValue();
        if (text.length() > longest) {
            return fault(field, "is longer than " + longest + " characters");
        }
        return isPlain(text) ? text : fault(field, "has characters that cannot be stored");
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private BigDecimal value() {
        JsonNode node = json.path("value");
        if (isMissing("value")) {
            return fault("value", "is missing");
        }
        if (!node.isNumber() || node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            return fault("value", node.isNumber() ? "is too large" : "must be a number");
        }
        return rounded(node.decimalValue());
    }

    /** Looks at the size before it rounds: a number of a few characters may have millions of digits. */
    private BigDecimal rounded(BigDecimal value) {
        if (value.signum() == 0 || digits(value) < -DECIMALS) {
            return BigDecimal.ZERO.setScale(DECIMALS);
        }
        if (digits(value) > MOST_DIGITS) {
            return fault("value", "is too large");
        }
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return digits(rounded) > MOST_DIGITS ? fault("value", "is too large") : rounded;
    }

    /** Before the point. */
    private static long digits(BigDecimal value) {
        return (long) value.precision() - value.scale();
    }

    private Instant observedAt() {
        String text = text("observedAt", Reading.LONGEST_NAME);
        if (text == null) {
            return null;
        }
        try {
            return DateBounds.instant(text).truncatedTo(ChronoUnit.MICROS);
        } catch (OutOfBounds out) {
            return fault("observedAt", out.getMessage());
        }
    }

    /** The first fault is told; nothing stands in the place of the field. */
    private <T> T fault(String field, String reason) {
        if (fault == null) {
            fault = field + " " + reason;
        }
        return null;
    }
}
