package dev.convergence.calendar;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who works when.
 *
 * @param defaultCalendar the calendar of every group that {@code groups} does not list
 * @param named the calendars, by name
 * @param groups the calendar's name for each group
 */
@ConfigurationProperties("convergence.calendars")
public record CalendarProperties(String defaultCalendar, Map<String, Calendar> named, Map<String, String> groups) {

    public CalendarProperties {
        named = named == null ? Map.of() : Map.copyOf(named);
        groups = groups == null ? Map.of() : Map.copyOf(groups);
    }

    /**
     * One calendar.
     *
     * @param zone the time zone of its hours, such as {@code Europe/Berlin}
     * @param hours the hours by day of the week or by span of days: {@code monday-friday: 09:00-18:00}; other days are off
     * @param holidays public holidays of a country or a part of it ({@code de}, {@code us-ny}), or {@code none}
     * @param closed further days off, of one year ({@code 2026-05-15}) or of every year ({@code 12-27})
     * @param alsoClosed the same, by day, with what day it is: where two files name days, all of them count, while a list
     *     of the one takes the place of the other's
     * @param halfDays days that end early: {@code 12-24 until 13:00}
     * @param knownUntil the last year whose days off were compared with an official list; null where nobody says
     */
    public record Calendar(
            String zone,
            Map<String, String> hours,
            String holidays,
            List<String> closed,
            Map<String, String> alsoClosed,
            List<String> halfDays,
            Integer knownUntil) {

        public Calendar {
            hours = hours == null ? Map.of() : Map.copyOf(hours);
            closed = closed == null ? List.of() : List.copyOf(closed);
            alsoClosed = alsoClosed == null ? Map.of() : Map.copyOf(alsoClosed);
            halfDays = halfDays == null ? List.of() : List.copyOf(halfDays);
        }
    }
}
