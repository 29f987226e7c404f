package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.adaptive.reading.store.ReadingAssessment;
import dev.convergence.adaptive.reading.store.Verdict;
import dev.convergence.adaptive.rule.Observation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityPolicyTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final QualityPolicy WIDE = new QualityPolicy(
            Duration.ofHours(1), Duration.ofMinutes(5), new BigDecimal("0"), new BigDecimal("100"), null, 1);

    @ParameterizedTest
    @CsvSource({
        "-3600,  APPLIED",
        "-3601,  STALE",
        "300,    APPLIED",
        "301,    REJECTED",
    })
    void looksAtTheTime(int seconds, Verdict verdict) {
        assertThat(verdict(WIDE, NOW.plusSeconds(seconds), "1", null)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0,       APPLIED",
        "-0.0001, REJECTED",
        "100,     APPLIED",
        "100.001, REJECTED",
    })
    void looksAtTheRange(String value, Verdict verdict) {
        assertThat(verdict(WIDE, NOW, value, null)).isEqualTo(verdict);
    }

    @Test
    void theOrderOfASeriesIsThatOfItsObservations() {
        assertThat(verdict(WIDE, NOW, "1", NOW.minusNanos(1000))).isEqualTo(Verdict.APPLIED);
        assertThat(verdict(WIDE, NOW, "1", NOW)).isEqualTo(Verdict.STALE);
        assertThat(verdict(WIDE, NOW.minusSeconds(1), "1", NOW)).isEqualTo(Verdict.STALE);
    }

    @Test
    void whatIsImpossibleIsRejectedHoweverOld() {
        assertThat(verdict(WIDE, NOW.minusSeconds(9999), "-1", NOW)).isEqualTo(Verdict.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "times 3, 10, 30,   false",
        "times 3, 10, 30.1, true",
        "times 3, 10, 3.4,  false",
        "times 3, 10, 3.3,  true",
        "times 3, 10, -10,  true",
        "times 3, 0,  1000, false",
        "by 0.5,  1,  1.5,  false",
        "by 0.5,  1,  1.51, true",
        "by 0.5,  1,  0.49, true",
        "by 0.5,  0,  0.6,  true",
    })
    void aJumpIsAMultipleOrADifference(String words, BigDecimal mean, BigDecimal value, boolean tooFar) {
        assertThat(JumpLimit.parse(words).isTooFar(mean, value)).isEqualTo(tooFar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "times", "times -3", "times 1", "by 0", "by .5", "TIMES 3", "times 3 "})
    void otherWordsAreNoJump(String words) {
        assertThatThrownBy(() -> JumpLimit.parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fewOrOldReadingsTellNoJump() {
        QualityPolicy strict =
                new QualityPolicy(Duration.ofHours(1), Duration.ZERO, null, null, JumpLimit.parse("times 2"), 3);

        assertThat(strict.fault(NOW, BigDecimal.TEN, null, recent(2, NOW), NOW)).isEmpty();
        assertThat(strict.fault(NOW, BigDecimal.TEN, null, recent(3, NOW), NOW)).isPresent();
        assertThat(strict.fault(NOW, BigDecimal.TEN, null, recent(3, NOW.minusSeconds(3600)), NOW))
                .isEmpty();
    }

    private static List<Observation> recent(int number, Instant last) {
        return IntStream.range(0, number)
                .mapToObj(one -> new Observation("r" + one, last.minusSeconds(number - one), BigDecimal.ONE))
                .toList();
    }

    private static Verdict verdict(
            QualityPolicy qualityPolicy, Instant observedAt, String value, Instant lastObserved) {
        return qualityPolicy
                .fault(observedAt, new BigDecimal(value), lastObserved, List.of(), NOW)
                .map(ReadingAssessment::verdict)
                .orElse(Verdict.APPLIED);
    }
}
