package dev.convergence.report;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.query.RowReader;
import dev.convergence.escalation.wait.WaitPolicyReader;
import dev.convergence.people.GroupCatalog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reports how soon groups answer, of at most 5,000 answers and 5,000 open waits, from history and records. */
@Component
class ResponseReporter {

    private static final int MOST = 5000;
    private static final String WAIT = "wait for";

    private final ObservedWaitRepository waits;
    private final WaitsRecordContributor recorded;
    private final WaitPolicyReader policies;
    private final Clock clock;
    private final ZoneId office;

    ResponseReporter(
            ObservedWaitRepository waits,
            WaitsRecordContributor recorded,
            WaitPolicyReader policies,
            WorkingCalendarRegistry calendars,
            Clock clock) {
        this.waits = waits;
        this.recorded = recorded;
        this.policies = policies;
        this.clock = clock;
        this.office = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    /**
     * The report of what was answered on these days of the office, and of what is open now.
     *
     * @param from null for no first day
     * @param to null for no last day
     * @throws Refusal naming the day that makes no sense
     */
    ResponseReport of(LocalDate from, LocalDate to) {
        ReportPeriod reportPeriod = ReportPeriod.of(from, to, office);
        List<ObservedWait> answered = answered(reportPeriod);
        List<ObservedWait> open = waits.open(MOST + 1);
        List<ObservedWait> observed = Stream.of(answered, open)
                .flatMap(some -> some.stream().limit(MOST))
                .filter(wait -> RowReader.one(
                                WAIT, wait.id(), () -> !wait.campaign().isRehearsal())
                        .orElse(false))
                .toList();
        Instant now = clock.instant();
        ResponseTimeCalculator measure = new ResponseTimeCalculator(policies, now);
        List<MeasuredResponse> responses = RowReader.stream(WAIT, observed, ObservedWait::id, measure::of)
                .flatMap(Optional::stream)
                .toList();
        return new ResponseReport(
                from,
                to,
                now,
                answered.size() > MOST || open.size() > MOST,
                observed.size() - responses.size(),
                ResponseFigureCalculator.byGroup(responses));
    }

    /** The latest first; one that stands in history and in a record counts once. */
    private List<ObservedWait> answered(ReportPeriod reportPeriod) {
        Map<String, ObservedWait> byTask = new HashMap<>();
        Stream.of(waits.answered(reportPeriod.begins(), reportPeriod.ends(), MOST + 1), recorded.answered(reportPeriod))
                .flatMap(List::stream)
                .forEach(wait -> byTask.putIfAbsent(wait.task(), wait));
        return byTask.values().stream()
                .sorted(Comparator.comparing(
                                (ObservedWait wait) -> wait.answeredAt().orElseThrow())
                        .reversed())
                .limit(MOST + 1)
                .toList();
    }
}
