package dev.convergence.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When one group works: its hours on the wall clock of its zone, without weekends and holidays, with half days. Reaches
 * from 1900 to 2199; beyond, every method throws a {@link java.time.DateTimeException}.
 */
public final class WorkingCalendar {

    private final String name;
    private final WorkingCalendarRules workingCalendarRules;
    private final ShiftTimeline shiftTimeline;

    WorkingCalendar(String name, WorkingCalendarRules workingCalendarRules) {
        this.name = name;
        this.workingCalendarRules = workingCalendarRules;
        this.shiftTimeline = new ShiftTimeline(name, workingCalendarRules);
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return workingCalendarRules.zone();
    }

    /** The last year whose public holidays are confirmed; empty where nobody says. */
    public Optional<Integer> knownUntil() {
        return Optional.ofNullable(workingCalendarRules.knownUntil());
    }

    /** Whether the public holidays of a date's year are confirmed, as far as anybody says. */
    public boolean knows(LocalDate date) {
        return workingCalendarRules.knows(date.getYear());
    }

    /** The usual hours of a week in words, holidays aside: {@code Mon–Fri 9–18}. */
    public String hours() {
        return OpeningHoursFormatter.of(workingCalendarRules.week());
    }

    /**
     * The instant that lies an amount of working time after (or, negative, before) another. Days come first and keep
     * the time of day, within the hours of the day they arrive at; an instant out of hours counts as the next opening
     * (the previous close). The result lies within working hours; nothing added changes nothing.
     */
    public Instant add(Instant from, WorkingTime amount) {
        if (amount.isZero()) {
            return from;
        }
        return amount.isNegative() ? back(from, amount.negated()) : forth(from, amount);
    }

    /** Working time from one instant to another; negative when they are reversed. */
    public Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? shiftTimeline.between(to, from).negated() : shiftTimeline.between(from, to);
    }

    /**
     * The date so many working days later (negative: earlier), counted from the last working day for a date that is
     * none; the date itself for zero.
     */
    public LocalDate addDays(LocalDate from, long workingDays) {
        return workingDays == 0 ? from : shiftTimeline.addDays(from, workingDays);
    }

    /** Working days after {@code from} up to and with {@code to}; the same number, negative, when they are reversed. */
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return shiftTimeline.daysBetween(from, to);
    }

    /** End of business of a date, or of the working day before it. */
    public Instant closeOf(LocalDate date) {
        return shiftTimeline.lastUntil(date).closes();
    }

    /** Start of business of a date, or of the working day after it. */
    public Instant openOf(LocalDate date) {
        return shiftTimeline.firstFrom(date).opens();
    }

    public boolean isWorkingDay(LocalDate date) {
        return shiftTimeline.isWorked(date);
    }

    /** Whether work goes on at an instant; at the close it no longer does. */
    public boolean isOpen(Instant at) {
        return !shiftTimeline.closingAfter(at).opens().isAfter(at);
    }

    /** The date on the wall in this calendar's zone. */
    public LocalDate dateOf(Instant at) {
        return shiftTimeline.dateOf(at);
    }

    private Instant forth(Instant from, WorkingTime amount) {
        Shift shift = shiftTimeline.closingAfter(from);
        Shift last = shiftTimeline.openingBefore(from);
        if (shift.opens().isAfter(from) && last.closes().equals(from)) {
            shift = last;
        }
        Shift arrival = later(shift, amount.days());
        Instant at = sameTime(shift, shift.clip(from), arrival);
        return amount.time().isZero() ? at : shiftTimeline.after(arrival, at, amount.time());
    }

    private Instant back(Instant from, WorkingTime amount) {
        Shift shift = shiftTimeline.openingBefore(from);
        Shift next = shiftTimeline.closingAfter(from);
        if (shift.closes().isBefore(from) && next.opens().equals(from)) {
            shift = next;
        }
        Shift arrival = later(shift, -amount.days());
        Instant at = sameTime(shift, shift.clip(from), arrival);
        return amount.time().isZero() ? at : shiftTimeline.before(arrival, at, amount.time());
    }

    private Shift later(Shift shift, long days) {
        return days == 0 ? shift : shiftTimeline.firstFrom(shiftTimeline.addDays(shift.date(), days));
    }

    private Instant sameTime(Shift shift, Instant at, Shift arrival) {
        if (arrival.date().equals(shift.date())) {
            return at;
        }
        LocalDateTime local = at.atZone(zone()).toLocalDateTime();
        Period intoTheNight = Period.between(shift.date(), local.toLocalDate());
        LocalDate date = arrival.date().plus(intoTheNight);
        return arrival.clip(workingCalendarRules.at(date.atTime(local.toLocalTime())));
    }
}
