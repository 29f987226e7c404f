package dev.convergence.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns settings into calendars and refuses, by the setting's name, what makes no sense. */
final class CalendarReader {

    private static final String ROOT = "convergence.calendars.";

    private final CalendarProperties settings;

    CalendarReader(CalendarProperties settings) {
        this.settings = settings;
    }

    WorkingCalendarRegistry read() {
        Map<String, WorkingCalendar> calendars = new TreeMap<>();
        settings.named().forEach((name, calendar) -> calendars.put(name, calendar(name, calendar)));
        requireKnown("default-calendar", settings.defaultCalendar(), calendars);
        settings.groups().forEach((group, calendar) -> requireKnown("groups." + group, calendar, calendars));
        return new WorkingCalendarRegistry(calendars, settings.groups(), settings.defaultCalendar());
    }

    private WorkingCalendar calendar(String name, CalendarProperties.Calendar calendar) {
        String at = "named." + name + ".";
        Map<DayOfWeek, BusinessHours> week = week(at + "hours", calendar.hours());
        WorkingCalendarRules workingCalendarRules = new WorkingCalendarRules(
                setting(at + "zone", () -> zone(calendar.zone())),
                week,
                setting(at + "holidays", () -> PublicHolidayCalendar.of(calendar.holidays())),
                setting(at + "known-until", () -> year(calendar.knownUntil())),
                closed(at, calendar),
                each(at + "half-days", calendar.halfDays(), text -> halfDay(text, week)));
        return setting(at + "closed", () -> open(new WorkingCalendar(name, workingCalendarRules)));
    }

    private static List<DatePattern> closed(String at, CalendarProperties.Calendar calendar) {
        Stream<DatePattern> also = calendar.alsoClosed().keySet().stream()
                .map(day -> setting(at + "also-closed." + day, () -> DatePattern.parse(day)));
        return Stream.concat(each(at + "closed", calendar.closed(), DatePattern::parse).stream(), also)
                .toList();
    }

    private static Map<DayOfWeek, BusinessHours> week(String at, Map<String, String> hours) {
        Map<DayOfWeek, BusinessHours> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((days, span) -> setting(at + "." + days, () -> {
            BusinessHours read = BusinessHours.parse(span);
            days(days).forEach(day -> putOnce(week, day, read));
            return read;
        }));
        return setting(at, () -> requireApart(week));
    }

    private static void putOnce(Map<DayOfWeek, BusinessHours> week, DayOfWeek day, BusinessHours businessHours) {
        if (week.put(day, businessHours) != null) {
            throw new IllegalArgumentException(day.name().toLowerCase(Locale.ROOT) + " is listed twice");
        }
    }

    private static List<DayOfWeek> days(String text) {
        String[] ends = text.split("-", 2);
        DayOfWeek day = day(ends[0]);
        DayOfWeek last = day(ends[ends.length - 1]);
        List<DayOfWeek> days = new ArrayList<>(List.of(day));
        while (day != last) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        try {
            return DayOfWeek.valueOf(text.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no day such as monday, or monday-friday", e);
        }
    }

    private static Map<DayOfWeek, BusinessHours> requireApart(Map<DayOfWeek, BusinessHours> week) {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("no hours are given; it would never be open");
        }
        week.forEach((day, businessHours) -> {
            BusinessHours next = week.get(day.plus(1));
            if (next != null
                    && businessHours.closeNextDay()
                    && businessHours.closes().isAfter(next.opens())) {
                throw new IllegalArgumentException(
                        day.name().toLowerCase(Locale.ROOT) + " runs into the next day's hours");
            }
        });
        return week;
    }

    private static HalfDay halfDay(String text, Map<DayOfWeek, BusinessHours> week) {
        HalfDay half = HalfDay.parse(text);
        LocalTime latest = week.values().stream()
                .map(BusinessHours::opens)
                .max(LocalTime::compareTo)
                .orElseThrow();
        if (!half.until().isAfter(latest)) {
            throw new IllegalArgumentException("'" + text + "' ends before work begins at " + latest);
        }
        return half;
    }

    private static Integer year(Integer year) {
        if (year != null && (year < ShiftTimeline.FIRST_YEAR || year > ShiftTimeline.LAST_YEAR)) {
            throw new IllegalArgumentException(
                    year + " is no year from " + ShiftTimeline.FIRST_YEAR + " to " + ShiftTimeline.LAST_YEAR);
        }
        return year;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text == null ? "" : text.trim());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time zone such as Europe/Berlin", e);
        }
    }

    private static WorkingCalendar open(WorkingCalendar calendar) {
        try {
            calendar.openOf(LocalDate.EPOCH);
            return calendar;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("every day is off; it would never be open", e);
        }
    }

    private static void requireKnown(String at, String calendar, Map<String, WorkingCalendar> calendars) {
        if (calendar == null || !calendars.containsKey(calendar)) {
            throw new IllegalArgumentException(
                    ROOT + at + ": there is no calendar '" + calendar + "'; there are " + calendars.keySet());
        }
    }

    private static <T> List<T> each(String at, List<String> texts, Function<String, T> read) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            values.add(setting(at + "[" + i + "]", () -> read.apply(text)));
        }
        return List.copyOf(values);
    }

    private static <T> T setting(String at, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ROOT + at + ": " + e.getMessage(), e);
        }
    }
}
