package dev.convergence.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The days off by law in a country or in a part of it, on the dates on which they are taken. */
final class PublicHolidayCalendar {

    private static final String NONE = "none";

    private final HolidayManager country;
    private final String[] parts;

    private PublicHolidayCalendar(HolidayManager country, String... parts) {
        this.country = country;
        this.parts = parts;
    }

    /** Of a country ({@code de}), a part of it ({@code us-ny}), or {@code none}. */
    static PublicHolidayCalendar of(String region) {
        if (region == null || region.isBlank() || region.equalsIgnoreCase(NONE)) {
            return new PublicHolidayCalendar(null);
        }
        String[] path = region.trim().toLowerCase(Locale.ROOT).split("-");
        return new PublicHolidayCalendar(country(path[0]), known(path));
    }

    synchronized Set<LocalDate> in(int year) {
        if (country == null) {
            return Set.of();
        }
        // A holiday on a weekend may be taken on a day of the neighbouring year.
        return IntStream.rangeClosed(year - 1, year + 1)
                .boxed()
                .flatMap(each -> country.getHolidays(Year.of(each), HolidayType.PUBLIC_HOLIDAY, parts).stream())
                .map(Holiday::getDate)
                .filter(date -> date.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HolidayManager country(String code) {
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(code::equalsIgnoreCase)) {
            throw new IllegalArgumentException("no public holidays are known for '" + code + "'");
        }
        return HolidayManager.getInstance(ManagerParameters.create(code));
    }

    /** Refuses a part that the country does not have: the library would silently take it for no part at all. */
    private static String[] known(String... path) {
        CalendarHierarchy place = country(path[0]).getCalendarHierarchy();
        for (String part : Arrays.copyOfRange(path, 1, path.length)) {
            place = place.getChildren().get(part);
            if (place == null) {
                throw new IllegalArgumentException("'" + path[0] + "' has no part '" + part + "'");
            }
        }
        return Arrays.copyOfRange(path, 1, path.length);
    }
}
