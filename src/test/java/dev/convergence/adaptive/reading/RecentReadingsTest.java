package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.rule.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentReadingsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00.123456Z");
    private static final int MOST = 40;

    @Test
    void comeBackAsTheyWere() {
        List<Observation> recent = readings(3, "an id with \"quotes\" and ü");

        assertThat(RecentReadings.read(RecentReadings.written(recent))).isEqualTo(recent);
        assertThat(RecentReadings.read(null)).isEmpty();
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

        String written = RecentReadings.written(readings(MOST, longest));

        assertThat(written).hasSizeLessThanOrEqualTo(8000);
        assertThat(RecentReadings.read(written))
                .hasSizeGreaterThanOrEqualTo(RecentReadings.CERTAIN)
                .last()
                .satisfies(last -> assertThat(last.id()).isEqualTo(longest + (MOST - 1)));
    }

    private static List<Observation> readings(int number, String id) {
        List<Observation> recent = List.of();
        for (int one = 0; one < number; one++) {
            recent = RecentReadings.and(
                    recent,
                    new Observation(id + one, NOW.plusSeconds(one), new BigDecimal("-123456789012345678.123456")));
        }
        return recent;
    }
}
