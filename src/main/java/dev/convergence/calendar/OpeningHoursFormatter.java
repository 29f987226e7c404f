package dev.convergence.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The hours of a week as they would stand on a door: {@code Mon–Thu 9–18, Fri 9–15:30}. */
final class OpeningHoursFormatter {

    private static final String TO = "\u2013";
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private OpeningHoursFormatter() {}

    static String of(Map<DayOfWeek, BusinessHours> week) {
        List<String> spans = new ArrayList<>();
        for (DayOfWeek first : DayOfWeek.values()) {
            BusinessHours businessHours = week.get(first);
            boolean told = first != DayOfWeek.MONDAY
                    && businessHours != null
                    && businessHours.equals(week.get(first.minus(1)));
            if (businessHours != null && !told) {
                spans.add(days(first, lastAlike(first, week)) + " " + span(businessHours));
            }
        }
        return String.join(", ", spans);
    }

    private static DayOfWeek lastAlike(DayOfWeek first, Map<DayOfWeek, BusinessHours> week) {
        DayOfWeek last = first;
        while (last != DayOfWeek.SUNDAY && week.get(first).equals(week.get(last.plus(1)))) {
            last = last.plus(1);
        }
        return last;
    }

    private static String days(DayOfWeek first, DayOfWeek last) {
        return first == last ? name(first) : name(first) + TO + name(last);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String span(BusinessHours businessHours) {
        boolean midnight = businessHours.closes().equals(LocalTime.MIDNIGHT);
        return time(businessHours.opens()) + TO + (midnight ? "24" : time(businessHours.closes()));
    }

    private static String time(LocalTime time) {
        return time.getMinute() == 0 ? String.valueOf(time.getHour()) : TO_THE_MINUTE.format(time);
    }
}
