package dev.convergence.adaptive.reading.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.rule.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentReadingWindowTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00.123456Z");
    private static final int MOST = 40;

    @Test
    void comeBackAsTheyWere() {
        List<Observation> recent = readings(3, "an id with \"quotes\" and ü");

        assertThat(RecentReadingWindow.read(RecentReadingWindow.written(recent)))
                .isEqualTo(recent);
        assertThat(RecentReadingWindow.read(null)).isEmpty();
    }

    @Test
    void theOldestMakeRoom() {
        List<Observation> recent = readings(MOST + 5, "id");

        assertThat(recent).hasSize(MOST).last().satisfies(last -> assertThat(last.id())
                .isEqualTo("id" + (MOST + 4)));
    }

    @Test
    void areAtLeastAsManyAsRulesMayAskFor() {
        String longest = "\"".repeat(Reading.LONGEST_ID - 2);

        String written = RecentReadingWindow.written(readings(MOST, longest));

        assertThat(written).hasSizeLessThanOrEqualTo(8000);
        assertThat(RecentReadingWindow.read(written))
                .hasSizeGreaterThanOrEqualTo(RecentReadingWindow.CERTAIN)
                .last()
                .satisfies(last -> assertThat(last.id()).isEqualTo(longest + (MOST - 1)));
    }

    private static List<Observation> readings(int number, String id) {
        List<Observation> recent = List.of();
        for (int one = 0; one < number; one++) {
            recent = RecentReadingWindow.and(
                    recent,
                    new Observation(id + one, NOW.plusSeconds(one), new BigDecimal("-123456789012345678.123456")));
        }
        return recent;
    }
}
