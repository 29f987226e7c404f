package dev.convergence.campaign.plan;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The dated entries of a campaign, in the order in which they were given; ids are unique, dependencies known. */
public final class Plan {

    private final List<PlanEntry> entries;

    private Plan(List<PlanEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A plan of these entries.
     *
     * @throws InvalidPlan naming the first field that is wrong, and why
     */
    public static Plan of(List<PlanEntry> entries) {
        PlanValidator.check(entries);
        return new Plan(entries);
    }

    /** A plan of entries that were checked when they came; what they need may be missing by now. */
    public static Plan recorded(List<PlanEntry> entries) {
        return new Plan(entries);
    }

    public List<PlanEntry> entries() {
        return entries;
    }

    public Optional<PlanEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * The plan with one more entry at its end, whatever else there is by now.
     *
     * @throws InvalidPlan where the entry is none
     */
    public Plan with(PlanEntry entry) {
        of(List.of(entry));
        return recorded(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    /**
     * Moves an entry to another day, and by as many working days every entry that was due later than it. The distance
     * is counted in the calendar of the entry's own group; every other entry covers it in the calendar of its group.
     *
     * @throws IllegalArgumentException if the plan has no such entry
     */
    public PlanMove move(String id, LocalDate newDue, WorkingCalendarRegistry calendars) {
        return move(id, newDue, Set.of(), calendars);
    }

    /**
     * The same, around what is done.
     *
     * @param done ids of entries that keep their dates
     */
    public PlanMove move(String id, LocalDate newDue, Set<String> done, WorkingCalendarRegistry calendars) {
        PlanEntry moved = required(id);
        Objects.requireNonNull(newDue, "newDue");
        long days = calendars.ofGroup(moved.group()).workingDaysBetween(moved.due(), newDue);
        Plan after = new Plan(entries.stream()
                .map(entry -> entry == moved
                        ? moved.dueOn(newDue)
                        : done.contains(entry.id()) ? entry : follow(entry, moved.due(), days, calendars))
                .toList());
        return PlanMove.between(this, after, id, days);
    }

    /**
     * Takes the move of an entry back: every date is again as it was before.
     *
     * @throws IllegalArgumentException if either plan has no such entry
     */
    public PlanMove moveBackTo(Plan before, String id, WorkingCalendarRegistry calendars) {
        return moveBackTo(before, id, Set.of(), calendars);
    }

    /**
     * The same, around what is done.
     *
     * @param done ids of entries that keep their present dates
     */
    public PlanMove moveBackTo(Plan before, String id, Set<String> done, WorkingCalendarRegistry calendars) {
        PlanEntry moved = required(id);
        long days = calendars
                .ofGroup(moved.group())
                .workingDaysBetween(moved.due(), before.required(id).due());
        Plan after = new Plan(before.entries.stream()
                .map(entry -> done.contains(entry.id()) ? required(entry.id()) : entry)
                .toList());
        return PlanMove.between(this, after, id, days);
    }

    /** The plan with an entry that had no date so far; nothing follows it. */
    public PlanMove dated(PlanEntry entry) {
        Plan after = new Plan(Stream.concat(entries.stream(), Stream.of(entry)).toList());
        PlanMove.Shift shift = new PlanMove.Shift(entry.id(), entry.what(), entry.group(), null, entry.due());
        return new PlanMove(this, after, entry.id(), 0, List.of(shift));
    }

    private PlanEntry required(String id) {
        return entry(id).orElseThrow(() -> new IllegalArgumentException("There is no entry '" + id + "' in the plan"));
    }

    private static PlanEntry follow(PlanEntry entry, LocalDate oldDue, long days, WorkingCalendarRegistry calendars) {
        if (days == 0 || !entry.due().isAfter(oldDue)) {
            return entry;
        }
        WorkingCalendar calendar = calendars.ofGroup(entry.group());
        return entry.dueOn(calendar.addDays(entry.due(), days));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
