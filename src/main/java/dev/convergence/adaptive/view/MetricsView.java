package dev.convergence.adaptive.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A live campaign over a span of time, as charts need it. Before it goes live all lists are empty.
 *
 * @param from where the span begins; null before the campaign is live
 * @param doubted readings that do not count, those that came last; what has no value or no time is left out
 * @param actions all of them, the oldest first, whatever the span
 */
record MetricsView(
        Campaign campaign,
        Instant from,
        Instant to,
        List<Series> series,
        List<Doubted> doubted,
        List<Limit> thresholds,
        List<Action> actions,
        List<Budget> budgets,
        List<SourceState> sources) {

    /** @param automatic whether actions inside the bounds are taken without asking anybody */
    record Campaign(
            String key,
            String name,
            boolean live,
            boolean automatic,
            Instant liveFrom,
            Instant liveUntil,
            Instant endedAt) {}

    /** One metric of one channel, as one source reports it; the oldest point first. */
    record Series(String metric, String channel, String source, List<Point> points) {}

    /**
     * The readings of a short time that count.
     *
     * @param at when the last of them was observed
     * @param value their mean
     */
    record Point(Instant at, BigDecimal value, BigDecimal low, BigDecimal high, long readings) {}

    record Doubted(
            String metric,
            String channel,
            String source,
            Instant at,
            BigDecimal value,
            String verdict,
            String reason) {}

    /** @param release where the metric must come back to before the rule may fire again; null where nowhere */
    record Limit(String metric, String channel, String rule, String when, BigDecimal threshold, BigDecimal release) {}

    /**
     * @param number counts the campaign's actions; marks carry it
     * @param at when it was booked; before that, when the rule asked for it
     * @param what in words
     * @param outcome how far it has come, in words
     * @param decidedBy null where the rule decided within the bounds
     */
    record Action(
            int number,
            String id,
            Instant at,
            String kind,
            String state,
            String what,
            String outcome,
            String rule,
            String reason,
            String decidedBy) {}

    /** @param steps what the channel had from which moment on, to the end of the span */
    record Budget(String channel, BigDecimal planned, BigDecimal now, List<Step> steps) {}

    record Step(Instant at, BigDecimal amount) {}

    /**
     * @param owner the group that is asked about it; null where the source is not among those deployed
     * @param suspendedAt since when its rules do not act; null while they do
     * @param doubtedAt since when somebody is asked about its data; null where nobody is
     */
    record SourceState(
            String id,
            String name,
            String owner,
            Instant lastHeardAt,
            Instant suspendedAt,
            Instant doubtedAt,
            long applied,
            long duplicate,
            long stale,
            long rejected) {}
}
