package dev.convergence.calendar;

import static dev.convergence.calendar.CalendarFixture.calendar;
import static dev.convergence.calendar.CalendarFixture.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar office = calendar(CalendarFixture.BERLIN);

    @ParameterizedTest(name = "{3}: {0} + {1} = {2}")
    @CsvSource({
        "2026-11-20T19:00, P1D, 2026-11-24T09:00, Friday after hours",
        "2026-11-23T07:00, P1D, 2026-11-24T09:00, Monday before hours",
        "2026-11-20T17:59, P1D, 2026-11-23T17:59, Friday at the last minute",
        "2026-11-20T18:00, P1D, 2026-11-23T18:00, Friday at the close",
        "2026-11-20T18:00, PT1H, 2026-11-23T10:00, hours from the close",
        "2026-11-20T17:00, PT1H, 2026-11-20T18:00, hours up to the close",
        "2026-11-20T17:59, PT2M, 2026-11-23T09:01, minutes over a weekend",
        "2026-11-21T12:00, PT1H, 2026-11-23T10:00, Saturday",
        "2026-11-18T12:00, PT0S, 2026-11-18T12:00, nothing",
        "2026-11-21T12:00, PT0S, 2026-11-21T12:00, nothing on a Saturday",
        "2026-11-18T12:00, P1DT8H, 2026-11-20T11:00, days before hours",
        "2026-11-18T12:00, P1W, 2026-11-25T12:00, a week",
        "2026-05-14T11:00, P1D, 2026-05-19T09:00, on a holiday that a day off follows",
        "2026-04-02T16:00, PT4H, 2026-04-07T11:00, over Easter",
        "2026-12-23T17:00, P1D, 2026-12-24T13:00, clipped to a half day",
        "2026-12-24T12:00, P1D, 2026-12-29T12:00, from a half day over a yearly day off",
        "2026-12-24T14:00, P1D, 2026-12-30T09:00, after a half day",
        "2026-12-24T12:00, PT2H, 2026-12-29T10:00, hours over a half day",
        "2026-11-23T07:00, -P1D, 2026-11-19T18:00, back from before hours",
        "2026-11-21T12:00, -PT1H, 2026-11-20T17:00, back from a Saturday",
        "2026-11-23T09:00, -PT1H, 2026-11-20T17:00, back over the opening",
        "2026-11-23T09:00, -P1D, 2026-11-20T09:00, a day back from the opening",
        "2026-11-23T10:00, -PT1H, 2026-11-23T09:00, back to the opening",
        "2026-12-29T17:00, -P1D, 2026-12-24T13:00, back to a half day",
        "2026-03-27T12:00, PT9H, 2026-03-30T12:00, over the spring night",
        "2026-10-23T12:00, PT9H, 2026-10-26T12:00, over the autumn night",
        "2026-01-05T09:00, PT2000H, 2026-11-19T11:00, most of a year"
    })
    void adds(String from, String amount, String to, String why) {
        Instant result = office.add(local(from, office), WorkingTime.parse(amount));
        assertThat(result).as(why).isEqualTo(local(to, office));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-11-20T17:00, 2026-11-23T10:00, PT2H",
        "2026-11-23T10:00, 2026-11-20T17:00, PT-2H",
        "2026-11-20T19:00, 2026-11-23T07:00, PT0S",
        "2026-12-24T09:00, 2026-12-29T09:00, PT4H",
        "2025-12-31T09:00, 2026-01-02T18:00, PT18H"
    })
    void measures(String from, String to, Duration worked) {
        assertThat(office.between(local(from, office), local(to, office))).isEqualTo(worked);
    }

    @ParameterizedTest(name = "{0} + {1} days = {2}")
    @CsvSource({
        "2026-11-20, 1, 2026-11-23",
        "2026-11-23, -1, 2026-11-20",
        "2026-11-20, 0, 2026-11-20",
        "2026-11-21, 0, 2026-11-21",
        "2026-11-21, 1, 2026-11-23",
        "2026-11-21, -1, 2026-11-19",
        "2026-12-23, 2, 2026-12-29",
        "2026-11-18, 300, 2028-01-24"
    })
    void countsDates(LocalDate from, long days, LocalDate to) {
        assertThat(office.addDays(from, days)).isEqualTo(to);
        assertThat(office.workingDaysBetween(from, to)).isEqualTo(days);
        assertThat(office.workingDaysBetween(to, from)).isEqualTo(-days);
    }

    @Test
    void closesAndOpens() {
        assertThat(office.closeOf(LocalDate.parse("2026-12-24"))).isEqualTo(local("2026-12-24T13:00", office));
        assertThat(office.closeOf(LocalDate.parse("2026-12-28"))).isEqualTo(local("2026-12-24T13:00", office));
        assertThat(office.openOf(LocalDate.parse("2026-12-25"))).isEqualTo(local("2026-12-29T09:00", office));
        assertThat(office.openOf(LocalDate.parse("2026-12-29"))).isEqualTo(local("2026-12-29T09:00", office));
        assertThat(office.isOpen(local("2026-12-24T12:59:59", office))).isTrue();
        assertThat(office.isOpen(local("2026-12-24T13:00", office))).isFalse();
        assertThat(office.isOpen(local("2026-12-24T08:59:59", office))).isFalse();
        assertThat(office.isOpen(local("2026-12-24T09:00", office))).isTrue();
    }

    @Test
    void knowsItsDays() {
        assertThat(office.isWorkingDay(LocalDate.parse("2026-12-24"))).isTrue();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-12-25")))
                .as("a holiday")
                .isFalse();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-12-28")))
                .as("off every year")
                .isFalse();
        assertThat(office.isWorkingDay(LocalDate.parse("2026-05-15")))
                .as("off once")
                .isFalse();
        assertThat(office.isWorkingDay(LocalDate.parse("2025-05-15")))
                .as("not off before")
                .isTrue();
        assertThat(office.dateOf(Instant.parse("2026-11-20T23:30:00Z"))).isEqualTo(LocalDate.parse("2026-11-21"));
    }

    @ParameterizedTest(name = "{0} in {1}: + {2} = {3}")
    @CsvSource({
        // The hour from 02:00 does not exist in spring and comes twice in autumn.
        "2026-03-29T00:00, Europe/Berlin, PT4H, 2026-03-29T05:00",
        "2026-10-25T00:00, Europe/Berlin, PT4H, 2026-10-25T03:00",
        "2026-03-28T02:30, Europe/Berlin, P1D, 2026-03-29T03:00",
        "2026-03-28T12:00, Europe/Berlin, P1D, 2026-03-29T12:00",
        "2026-10-24T12:00, Europe/Berlin, P1D, 2026-10-25T12:00",
        "2026-03-08T00:00, America/New_York, PT4H, 2026-03-08T05:00",
        "2026-11-01T00:00, America/New_York, PT4H, 2026-11-01T03:00",
        "2026-03-07T02:30, America/New_York, P1D, 2026-03-08T03:00",
        "2026-10-31T12:00, America/New_York, P1D, 2026-11-01T12:00"
    })
    void keepsToTheWallClockOverDaylightSaving(String from, String zone, String amount, String to) {
        WorkingCalendar always = calendar(
                zone.equals("Europe/Berlin")
                        ? CalendarFixture.BERLIN_DAY_AND_NIGHT
                        : CalendarFixture.NEW_YORK_DAY_AND_NIGHT);
        assertThat(always.add(local(from, zone), WorkingTime.parse(amount))).isEqualTo(local(to, zone));
    }

    @ParameterizedTest(name = "the shift that opens on {0} lasts {1}")
    @CsvSource({"2026-03-27, PT8H", "2026-03-28, PT6H", "2026-10-23, PT8H", "2026-10-30, PT8H"})
    void measuresNightShifts(LocalDate opens, Duration length) {
        WorkingCalendar nights = calendar(CalendarFixture.NIGHT_SHIFT);
        assertThat(Duration.between(nights.openOf(opens), nights.closeOf(opens)))
                .isEqualTo(length);
    }

    @Test
    void makesANightShiftShorterInSpringAndLongerInAutumn() {
        WorkingCalendar nights = calendar(new CalendarProperties.Calendar(
                "Europe/Berlin", Map.of("monday-sunday", "22:00-06:00"), "none", null, null, null, null));
        assertThat(nights.between(
                        nights.openOf(LocalDate.parse("2026-03-28")), nights.closeOf(LocalDate.parse("2026-03-28"))))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(
                        nights.openOf(LocalDate.parse("2026-10-24")), nights.closeOf(LocalDate.parse("2026-10-24"))))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void keepsTheTimeOfNightAfterMidnight() {
        WorkingCalendar nights = calendar(CalendarFixture.NIGHT_SHIFT);
        Instant tuesdayNight = local("2026-11-18T01:00", nights);
        assertThat(nights.add(tuesdayNight, WorkingTime.parse("P1D"))).isEqualTo(local("2026-11-19T01:00", nights));
        assertThat(nights.add(tuesdayNight, WorkingTime.parse("PT6H"))).isEqualTo(local("2026-11-18T23:00", nights));
        assertThat(nights.add(tuesdayNight, WorkingTime.parse("-PT4H"))).isEqualTo(local("2026-11-17T05:00", nights));
        assertThat(nights.isOpen(tuesdayNight)).isTrue();
        assertThat(nights.add(local("2026-12-31T23:00", nights), WorkingTime.parse("PT2H")))
                .isEqualTo(local("2027-01-01T01:00", nights));
    }

    @ParameterizedTest
    @CsvSource({"PT20S, 20", "PT36H, 129600", "P3D, 259200", "-PT20S, -20", "-P1DT1H, -90000"})
    void isPlainArithmeticAroundTheClock(String amount, long seconds) {
        WorkingCalendar always = calendar(CalendarFixture.AROUND_THE_CLOCK);
        for (String from : new String[] {"2026-03-29T00:59:50Z", "2026-01-01T00:00:00Z", "2026-12-25T23:59:59Z"}) {
            Instant start = Instant.parse(from);
            assertThat(always.add(start, WorkingTime.parse(amount))).isEqualTo(start.plusSeconds(seconds));
        }
    }

    @Test
    void endsSomewhere() {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> office.addDays(LocalDate.parse("2190-01-01"), 10_000))
                .withMessageContaining("'tested' reaches from 1900 to 2199");
    }
}
