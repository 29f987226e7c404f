package dev.convergence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "P1D,         1 working day",
        "P2D,         2 working days",
        "P1W,         5 working days",
        "PT4H,        4 working hours",
        "PT20S,       20 working seconds",
        "P1DT1H,      1 working day 1 hour",
        "P2DT4H30M1S, 2 working days 4 hours 30 minutes 1 second",
        "PT0S,        no time",
    })
    void anAmountIsSaidAsPeopleSayIt(String amount, String words) {
        assertThat(WorkingTime.parse(amount).inWords()).isEqualTo(words);
    }

    @Test
    void hoursStandAsOnADoor() {
        BusinessHours usual = BusinessHours.parse("09:00-18:00");
        assertThat(OpeningHoursFormatter.of(Map.of(
                        DayOfWeek.MONDAY, usual,
                        DayOfWeek.TUESDAY, usual,
                        DayOfWeek.THURSDAY, usual,
                        DayOfWeek.FRIDAY, BusinessHours.parse("09:00-15:30"),
                        DayOfWeek.SUNDAY, usual)))
                .isEqualTo("Mon\u2013Tue 9\u201318, Thu 9\u201318, Fri 9\u201315:30, Sun 9\u201318");
    }

    @ParameterizedTest
    @CsvSource({"00:00-24:00, 0\u201324", "22:00-06:00, 22\u20136", "08:15-12:45, 8:15\u201312:45"})
    void hoursReachIntoTheNight(String hours, String words) {
        assertThat(OpeningHoursFormatter.of(Map.of(DayOfWeek.SATURDAY, BusinessHours.parse(hours))))
                .isEqualTo("Sat " + words);
    }
}
