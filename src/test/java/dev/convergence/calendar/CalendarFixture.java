package dev.convergence.calendar;

import dev.convergence.calendar.CalendarProperties.Calendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Calendars as tests need them, over defaults. */
final class CalendarFixture {

    static final Calendar BERLIN = new Calendar(
            "Europe/Berlin",
            Map.of("monday-friday", "09:00-18:00"),
            "de",
            List.of("2026-05-15", "12-28"),
            null,
            List.of("12-24 until 13:00"),
            null);

    static final Calendar BERLIN_DAY_AND_NIGHT = always("Europe/Berlin");

    static final Calendar NEW_YORK_DAY_AND_NIGHT = always("America/New_York");

    static final Calendar AROUND_THE_CLOCK = always("UTC");

    static final Calendar NIGHT_SHIFT = new Calendar(
            "Europe/Berlin",
            Map.of("monday-friday", "22:00-06:00", "saturday", "20:00-02:00"),
            "none",
            null,
            null,
            null,
            null);

    static final Calendar UNEVEN_NEW_YORK = new Calendar(
            "America/New_York",
            Map.of("monday", "10:00-16:00", "tuesday-thursday", "08:30-17:45", "friday", "08:00-12:00"),
            "us-ny",
            null,
            null,
            List.of("12-24 until 11:00"),
            null);

    private CalendarFixture() {}

    static WorkingCalendar calendar(Calendar settings) {
        return calendars(settings).named("tested");
    }

    static WorkingCalendarRegistry calendars(Calendar settings) {
        return WorkingCalendarRegistry.from(new CalendarProperties("tested", Map.of("tested", settings), Map.of()));
    }

    static Instant local(String dateTime, WorkingCalendar calendar) {
        return local(dateTime, calendar.zone().getId());
    }

    static Instant local(String dateTime, String zone) {
        return LocalDateTime.parse(dateTime).atZone(ZoneId.of(zone)).toInstant();
    }

    private static Calendar always(String zone) {
        return new Calendar(zone, Map.of("monday-sunday", "00:00-24:00"), "none", null, null, null, null);
    }
}
