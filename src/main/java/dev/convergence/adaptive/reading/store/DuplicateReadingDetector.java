package dev.convergence.adaptive.reading.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The readings that were here before, among those that have come now. */
public final class DuplicateReadingDetector {

    /** @param source null where the reading does not name it */
    public record Key(String campaign, String source, String id) {}

    /** The first of its id. */
    record First(Verdict verdict, String metric, String channel, BigDecimal value, Instant observedAt) {

        boolean isSame(Reading copy) {
            return Objects.equals(metric, copy.metric())
                    && Objects.equals(channel, copy.channel())
                    && Objects.equals(observedAt, copy.observedAt())
                    && (value == null
                            ? copy.value() == null
                            : copy.value() != null && value.compareTo(copy.value()) == 0);
        }
    }

    private final Map<Key, First> firsts;

    DuplicateReadingDetector(Map<Key, First> stored) {
        this.firsts = new HashMap<>(stored);
    }

    /** Null where it is the first, or where nobody can tell. */
    public ReadingAssessment duplicate(String campaign, Reading reading) {
        First first = reading.id() == null ? null : firsts.get(key(campaign, reading));
        if (first == null) {
            return null;
        }
        return new ReadingAssessment(
                Verdict.DUPLICATE,
                "the first of this id was " + first.verdict()
                        + (first.isSame(reading) ? "" : ", and said something else"));
    }

    public void add(String campaign, Reading reading, Verdict verdict) {
        if (reading.id() != null) {
            firsts.put(
                    key(campaign, reading),
                    new First(verdict, reading.metric(), reading.channel(), reading.value(), reading.observedAt()));
        }
    }

    public static Key key(String campaign, Reading reading) {
        return new Key(campaign, reading.source(), reading.id());
    }
}
