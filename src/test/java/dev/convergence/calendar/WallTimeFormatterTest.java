package dev.convergence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WallTimeFormatterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void saysAMomentByTheClockOnTheWall() {
        assertThat(WallTimeFormatter.of(Instant.parse("2027-03-01T17:05:59Z"), BERLIN))
                .isEqualTo("1 Mar 2027 18:05 CET");
        assertThat(WallTimeFormatter.of(Instant.parse("2027-07-01T22:05:00Z"), BERLIN))
                .isEqualTo("2 Jul 2027 00:05 CEST");
    }

    @Test
    void saysItTheSameWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(WallTimeFormatter.of(Instant.parse("2027-05-01T08:00:00Z"), BERLIN))
                    .isEqualTo("1 May 2027 10:00 CEST");
        } finally {
            Locale.setDefault(before);
        }
    }
}
