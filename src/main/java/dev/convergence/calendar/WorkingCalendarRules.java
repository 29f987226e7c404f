package dev.convergence.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one calendar: which hours of which dates are worked, and where on earth.
 *
 * @param knownUntil the last year whose public holidays are confirmed; null where nobody says
 */
record WorkingCalendarRules(
        ZoneId zone,
        Map<DayOfWeek, BusinessHours> week,
        PublicHolidayCalendar holidays,
        Integer knownUntil,
        List<DatePattern> closed,
        List<HalfDay> halfDays) {

    boolean knows(int year) {
        return knownUntil == null || year <= knownUntil;
    }

    List<Shift> shiftsOf(int year) {
        Set<LocalDate> off = holidays.in(year);
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> !off.contains(date))
                .flatMap(date -> shiftOn(date).stream())
                .toList();
    }

    /** The instant of a local time: the end of the gap where clocks skip it, the earlier of two where they repeat it. */
    Instant at(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private Optional<Shift> shiftOn(LocalDate date) {
        BusinessHours usual = week.get(date.getDayOfWeek());
        if (usual == null || closed.stream().anyMatch(day -> day.matches(date))) {
            return Optional.empty();
        }
        BusinessHours businessHours = halfDays.stream()
                .filter(half -> half.on().matches(date))
                .findFirst()
                .map(half -> usual.until(half.until()))
                .orElse(usual);
        return Optional.of(shift(date, businessHours))
                .filter(shift -> shift.length().toNanos() > 0);
    }

    private Shift shift(LocalDate date, BusinessHours businessHours) {
        LocalDate closing = businessHours.closeNextDay() ? date.plusDays(1) : date;
        return new Shift(date, at(date.atTime(businessHours.opens())), at(closing.atTime(businessHours.closes())));
    }
}
