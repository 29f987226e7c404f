package dev.convergence.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeTest {

    @ParameterizedTest
    @CsvSource({
        "P2D, P2D",
        "PT4H, PT4H",
        "P1DT4H30M, P1DT4H30M",
        "P1W, P5D",
        "P1W2D, P7D",
        "PT90M, PT1H30M",
        "PT20S, PT20S",
        "-PT4H, -PT4H",
        "-P1D, -P1D",
        "P0D, PT0S",
        "-PT0S, PT0S"
    })
    void isReadAndWritten(String text, String written) {
        assertThat(WorkingTime.parse(text)).hasToString(written).isEqualTo(WorkingTime.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "P",
                "PT",
                "P1DT",
                "2D",
                "4h",
                "P1M",
                "P1Y",
                "PT1.5H",
                "P-1D",
                "P99999999D",
                "PT999999999H",
                "P1D "
            })
    void refusesWhatItIsNot(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingTime.parse(text))
                .withMessageStartingWith("'" + text + "' is not an amount of working time: ");
    }

    @Test
    void saysWhyMonthsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingTime.parse("P1M"))
                .withMessageContaining("years and months are no working time");
    }

    @Test
    void refusesNothingAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkingTime.parse(null));
    }

    @Test
    void knowsItsDirection() {
        assertThat(WorkingTime.parse("-P1DT2H").isNegative()).isTrue();
        assertThat(WorkingTime.parse("P1DT2H").isNegative()).isFalse();
        assertThat(WorkingTime.parse("P1DT2H").negated()).isEqualTo(WorkingTime.parse("-P1DT2H"));
        assertThat(WorkingTime.ZERO.isNegative()).isFalse();
        assertThat(WorkingTime.of(Duration.ofMinutes(-5))).isEqualTo(WorkingTime.parse("-PT5M"));
        assertThat(WorkingTime.ofDays(3))
                .isEqualTo(WorkingTime.parse("P3D"))
                .hasSameHashCodeAs(WorkingTime.parse("P3D"));
    }

    @Property
    void survivesBeingWritten(
            @ForAll @IntRange(min = 0, max = 9999) int days,
            @ForAll @IntRange(min = 0, max = 999_999) int seconds,
            @ForAll boolean back) {
        WorkingTime amount = WorkingTime.parse("P%dDT%dS".formatted(days, seconds));
        WorkingTime directed = back ? amount.negated() : amount;
        assertThat(WorkingTime.parse(directed.toString())).isEqualTo(directed);
    }
}
