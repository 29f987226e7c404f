package dev.convergence.report;

import dev.convergence.engine.variable.RefusalException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a report is about, as those of the office have them.
 *
 * @param begins its first moment; null for no limit
 * @param ends its last moment: the engine counts in milliseconds; null for no limit
 */
record ReportPeriod(Instant begins, Instant ends) {

    /**
     * The period from one day to another, both included.
     *
     * @param from null for no first day
     * @param to null for no last day
     * @throws Refusal naming the day that makes no sense
     */
    static ReportPeriod of(LocalDate from, LocalDate to, ZoneId office) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new RefusalException("to", "must not lie before from");
        }
        return new ReportPeriod(
                from == null ? null : from.atStartOfDay(office).toInstant(),
                to == null
                        ? null
                        : to.plusDays(1).atStartOfDay(office).toInstant().minusMillis(1));
    }

    boolean includes(Instant moment) {
        return (begins == null || !moment.isBefore(begins)) && (ends == null || !moment.isAfter(ends));
    }
}
