package dev.convergence.adaptive.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.action.ledger.ActionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptationRuleTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final AdaptationRule BELOW = rule(AdaptationRule.Side.BELOW, "0.15", "0.2");
    private static final AdaptationRule ABOVE = rule(AdaptationRule.Side.ABOVE, "40", "30");

    @Test
    void firesBeyondItsThresholdAlone() {
        assertThat(BELOW.isBeyond(new BigDecimal("0.1499"))).isTrue();
        assertThat(BELOW.isBeyond(new BigDecimal("0.150"))).isFalse();
        assertThat(ABOVE.isBeyond(new BigDecimal("40.01"))).isTrue();
        assertThat(ABOVE.isBeyond(new BigDecimal("40"))).isFalse();
    }

    @Test
    void isReleasedOnTheOtherSideOfItsRelease() {
        assertThat(BELOW.isReleased(new BigDecimal("0.1999"))).isFalse();
        assertThat(BELOW.isReleased(new BigDecimal("0.2"))).isTrue();
        assertThat(ABOVE.isReleased(new BigDecimal("30.01"))).isFalse();
        assertThat(ABOVE.isReleased(new BigDecimal("30"))).isTrue();
    }

    @Test
    void looksBackFromTheNewestReading() {
        Observation old = observed("old", NOON.minus(Duration.ofHours(1)));
        Observation young = observed("young", NOON.minus(Duration.ofMinutes(59)));
        Observation newest = observed("newest", NOON);

        assertThat(BELOW.window(List.of(old, young, newest))).containsExactly(young, newest);
    }

    @Test
    void keepsQuietUntilTheCampaignHasBeenLiveForLongEnough() {
        assertThat(BELOW.isQuiet(NOON, NOON.plusSeconds(3599))).isTrue();
        assertThat(BELOW.isQuiet(NOON, NOON.plusSeconds(3600))).isFalse();
    }

    @Test
    void coolsDownForItsTime() {
        assertThat(BELOW.isCoolingDown(null, NOON)).isFalse();
        assertThat(BELOW.isCoolingDown(NOON, NOON.plusSeconds(7199))).isTrue();
        assertThat(BELOW.isCoolingDown(NOON, NOON.plusSeconds(7200))).isFalse();
    }

    @Test
    void theMeanIsExact() {
        assertThat(Observation.mean(List.of(
                        new Observation("a", NOON, new BigDecimal("0.1")),
                        new Observation("b", NOON, new BigDecimal("0.2")))))
                .isEqualByComparingTo("0.15");
    }

    private static Observation observed(String id, Instant at) {
        return new Observation(id, at, BigDecimal.ONE);
    }

    private static AdaptationRule rule(AdaptationRule.Side side, String threshold, String release) {
        return new AdaptationRule(
                "rule",
                side,
                new BigDecimal(threshold),
                new BigDecimal(release),
                2,
                Duration.ofHours(1),
                Duration.ofHours(1),
                ActionKind.VARIANTS,
                "email",
                null,
                null,
                "",
                Duration.ofHours(2),
                "reason");
    }
}
