package dev.convergence.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How soon groups answer. Group, target and calendar are those of the policy as it stands now, also for what was
 * answered under another. Rehearsals are left out; what was cancelled is no answer, what was waived is one.
 *
 * @param from the first day of which answers count, in the office; null for all
 * @param to the last day of which answers count; null for all
 * @param cut whether there was more than is counted here: then the latest answers count, and the oldest open waits
 * @param withoutPolicy waits that are left out because the policy gives no usable group, target or calendar any more
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ResponseReport(
        LocalDate from, LocalDate to, Instant measuredAt, boolean cut, int withoutPolicy, List<OfGroup> groups) {

    /** A group over all its gates and handoffs, each measured by its own target. */
    record OfGroup(String group, @JsonUnwrapped Figures figures, List<OfGate> gates) {}

    /**
     * One gate or handoff of a group, by one target.
     *
     * @param kind {@code gate} or {@code handoff}
     * @param target working time; {@code P1D} is one working day of the calendar
     */
    record OfGate(
            String gate, String kind, String target, String calendar, ZoneId zone, @JsonUnwrapped Figures figures) {}

    /**
     * The figures. Durations are working time, to the second.
     *
     * @param n how many were answered in the period
     * @param median of their working time; null where there was none
     * @param percentile90 nine in ten took no longer, interpolated as spreadsheets do; null where there was none
     * @param withinTarget the share answered within the target, from 0 to 1; null where there was none
     * @param open how many are open now
     * @param overdue how many of those are past their due date
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figures(int n, Duration median, Duration percentile90, Double withinTarget, int open, int overdue) {}
}
