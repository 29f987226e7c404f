package dev.convergence.calendar;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All working calendars, by their own name and by the group that works to them. */
public final class WorkingCalendarRegistry {

    private final Map<String, WorkingCalendar> calendars;
    private final Map<String, String> groups;
    private final String otherGroups;

    WorkingCalendarRegistry(Map<String, WorkingCalendar> calendars, Map<String, String> groups, String otherGroups) {
        this.calendars = new TreeMap<>(calendars);
        this.groups = Map.copyOf(groups);
        this.otherGroups = otherGroups;
    }

    /**
     * Builds the calendars that settings describe.
     *
     * @throws IllegalArgumentException naming the setting that is wrong, and why
     */
    public static WorkingCalendarRegistry from(CalendarProperties settings) {
        return new CalendarReader(settings).read();
    }

    /**
     * The calendar of a name.
     *
     * @throws IllegalArgumentException naming the unknown calendar and those that are known
     */
    public WorkingCalendar named(String calendar) {
        WorkingCalendar found = calendar == null ? null : calendars.get(calendar);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no working calendar '%s'; there are %s".formatted(calendar, names()));
        }
        return found;
    }

    /** The calendar that a group works to; the default calendar for a group without one of its own. */
    public WorkingCalendar ofGroup(String group) {
        return calendars.get(group == null ? otherGroups : groups.getOrDefault(group, otherGroups));
    }

    /** The names of all calendars, in alphabetical order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(calendars.keySet());
    }
}
