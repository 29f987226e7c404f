package dev.convergence.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.calendar.ShippedCalendars;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the next sync is due, in the calendars that ship. Times are those of the wall in the calendar's zone. */
class CadenceTest {

    @ParameterizedTest(name = "{0} {1} {2} in {3}: after {5} (last {4}) comes {6}")
    @CsvSource({
        // An ordinary week.
        "P7D, MONDAY,  10:00, office,,                                2027-03-01T09:59,    2027-03-01T10:00",
        "P7D, MONDAY,  10:00, office,,                                2027-03-01T10:00,    2027-03-08T10:00",
        "P7D, MONDAY,  10:00, office, 2027-03-01T10:00,               2027-03-01T10:20,    2027-03-08T10:00",
        "P7D, FRIDAY,  15:00, office,,                                2027-03-01T09:00,    2027-03-05T15:00",
        // Easter Monday, with the change to summer time the day before: Tuesday, and then the Monday after.
        "P7D, MONDAY,  10:00, office, 2027-03-22T10:00,               2027-03-22T10:20,    2027-03-30T10:00",
        "P7D, MONDAY,  10:00, office,,                                2027-03-29T12:00,    2027-03-30T10:00",
        "P7D, MONDAY,  10:00, office, 2027-03-30T10:00,               2027-03-30T10:20,    2027-04-05T10:00",
        // Good Friday moves over the weekend and Easter Monday.
        "P7D, FRIDAY,  15:00, office, 2027-03-19T15:00,               2027-03-19T16:00,    2027-03-30T15:00",
        // Easter Monday is a day like any other in New York.
        "P7D, MONDAY,  10:00, us-new-york, 2027-03-22T10:00,          2027-03-22T10:20,    2027-03-29T10:00",
        // Recorded weeks later: from then on.
        "P7D, MONDAY,  10:00, office, 2027-03-01T10:00,               2027-03-17T11:00,    2027-03-22T10:00",
        // Begun early: not the same one again.
        "P7D, MONDAY,  10:00, office, 2027-03-08T10:00,               2027-03-05T11:00,    2027-03-15T10:00",
        // Another day of the week by now.
        "P7D, FRIDAY,  15:00, office, 2027-03-08T10:00,               2027-03-08T10:20,    2027-03-12T15:00",
        // Every day that is worked: weekends and holidays reach the next one, which is it.
        "P1D,,         09:30, office,,                                2027-03-01T09:00,    2027-03-01T09:30",
        "P1D,,         09:30, office, 2027-03-01T09:30,               2027-03-01T09:40,    2027-03-02T09:30",
        "P1D,,         09:30, office, 2027-03-05T09:30,               2027-03-05T09:40,    2027-03-08T09:30",
        "P1D,,         09:30, office, 2027-03-25T09:30,               2027-03-25T09:40,    2027-03-30T09:30",
        // Every other Monday keeps its weeks, also where one was moved; the first does not wait for two.
        "P14D, MONDAY, 10:00, office,,                                2027-03-02T09:00,    2027-03-08T10:00",
        "P14D, MONDAY, 10:00, office, 2027-03-15T10:00,               2027-03-15T10:30,    2027-03-30T10:00",
        "P14D, MONDAY, 10:00, office, 2027-03-30T10:00,               2027-03-30T10:30,    2027-04-12T10:00",
        "P2W,  MONDAY, 10:00, office, 2027-03-30T10:00,               2027-03-30T10:30,    2027-04-12T10:00",
        "P10D,,        10:00, office, 2027-03-01T10:00,               2027-03-01T10:30,    2027-03-11T10:00",
        // Christmas Eve and New Year's Eve are half days, until one o'clock: at the opening.
        "P7D, FRIDAY,  15:00, office, 2027-12-17T15:00,               2027-12-17T16:00,    2027-12-24T09:00",
        "P7D, FRIDAY,  11:00, office, 2027-12-17T11:00,               2027-12-17T12:00,    2027-12-24T11:00",
        // The end of summer time: the same time on the wall.
        "P7D, MONDAY,  10:00, office, 2027-10-25T10:00,               2027-10-25T10:20,    2027-11-01T10:00",
        // Working time.
        "PT30S,,            , around-the-clock,,                      2027-03-06T10:00,    2027-03-06T10:00:30",
        "PT4H,,             , office, 2027-03-05T10:00,               2027-03-05T16:00,    2027-03-08T11:00",
    })
    void isDue(
            String every,
            DayOfWeek weekday,
            LocalTime at,
            String calendar,
            LocalDateTime last,
            LocalDateTime now,
            LocalDateTime next) {
        Cadence cadence = cadence(every, weekday, at, calendar);
        ZoneId zone = cadence.calendar().zone();

        Instant due = cadence.next(
                Optional.ofNullable(last).map(moment -> moment.atZone(zone).toInstant()),
                now.atZone(zone).toInstant());

        assertThat(due.atZone(zone).toLocalDateTime()).isEqualTo(next);
    }

    @Test
    void keepsTheTimeOnTheWallWhenTheClocksChange() {
        Cadence cadence = cadence("P1D", null, LocalTime.of(9, 30), "us-new-york");
        Instant friday = Instant.parse("2027-03-12T14:30:00Z");

        assertThat(cadence.next(Optional.of(friday), friday)).isEqualTo("2027-03-15T13:30:00Z");
    }

    @Test
    void isRecordedOnTheSameDay() {
        Cadence cadence = cadence("P7D", DayOfWeek.MONDAY, LocalTime.of(10, 0), "office");

        assertThat(cadence.closeOf(Instant.parse("2027-03-30T08:00:00Z"))).isEqualTo("2027-03-30T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"weekly", "P", "P0D", "-P7D", "P1M", "P1Y", "P1M7D", "P367D", "PT0S", "-PT1H", "P1DT4H", ""})
    void refusesWhatIsNoInterval(String text) {
        assertThatThrownBy(() -> Interval.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T08:00:00Z, 2027-03-01T08:00:30Z, less than a working minute",
        "2027-03-01T08:00:00Z, 2027-03-01T10:30:00Z, 2 working hours 30 minutes",
        // Over the night, not a whole day yet.
        "2027-03-01T16:00:00Z, 2027-03-02T08:30:00Z, 1 working hour 30 minutes",
        "2027-03-01T16:00:00Z, 2027-03-02T16:00:00Z, 1 working day",
        // Over the weekend.
        "2027-03-05T08:00:00Z, 2027-03-09T08:00:00Z, 2 working days",
        // Not due yet.
        "2027-03-05T08:00:00Z, 2027-03-01T08:00:00Z, less than a working minute",
    })
    void tellsAgesInWorkingTime(Instant since, Instant now, String words) {
        assertThat(AgeFormatter.inWords(ShippedCalendars.calendars().named("office"), since, now))
                .isEqualTo(words);
    }

    private static Cadence cadence(String every, DayOfWeek weekday, LocalTime at, String calendar) {
        return new Cadence(
                Interval.parse(every),
                Optional.ofNullable(weekday),
                at == null ? LocalTime.MIDNIGHT : at,
                ShippedCalendars.calendars().named(calendar),
                Optional.empty(),
                List.of("campaign-managers"),
                List.of(),
                30);
    }
}
