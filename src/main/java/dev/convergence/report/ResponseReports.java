package dev.convergence.report;

import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.RowReader;
import dev.convergence.escalation.WaitPolicies;
import dev.convergence.people.Groups;
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
class ResponseReports {

    private static final int MOST = 5000;
    private static final String WAIT = "wait for";

    private final ObservedWaits waits;
    private final RecordedWaits recorded;
    private final WaitPolicies policies;
    private final Clock clock;
    private final ZoneId office;

    ResponseReports(
            ObservedWaits waits,
            RecordedWaits recorded,
            WaitPolicies policies,
            WorkingCalendars calendars,
            Clock clock) {
        this.waits = waits;
        this.recorded = recorded;
        this.policies = policies;
        this.clock = clock;
        this.office = calendars.ofGroup(Groups.CAMPAIGN_MANAGERS).zone();
    }

    /**
     * The report of what was answered on these days of the office, and of what is open now.
     *
     * @param from null for no first day
     * @param to null for no last day
     * @throws Refusal naming the day that makes no sense
     */
    ResponseReport of(LocalDate from, LocalDate to) {
        Period period = Period.of(from, to, office);
        List<ObservedWait> answered = answered(period);
        List<ObservedWait> open = waits.open(MOST + 1);
        List<ObservedWait> observed = Stream.of(answered, open)
                .flatMap(some -> some.stream().limit(MOST))
                .filter(wait -> RowReader.one(
                                WAIT, wait.id(), () -> !wait.campaign().isRehearsal())
                        .orElse(false))
                .toList();
        Instant now = clock.instant();
        ResponseMeasure measure = new ResponseMeasure(policies, now);
        List<Response> responses = RowReader.stream(WAIT, observed, ObservedWait::id, measure::of)
                .flatMap(Optional::stream)
                .toList();
        return new ResponseReport(
                from,
                to,
                now,
                answered.size() > MOST || open.size() > MOST,
                observed.size() - responses.size(),
                ResponseFigures.byGroup(responses));
    }

    /** The latest first; one that stands in history and in a record counts once. */
    private List<ObservedWait> answered(Period period) {
        Map<String, ObservedWait> byTask = new HashMap<>();
        Stream.of(waits.answered(period.begins(), period.ends(), MOST + 1), recorded.answered(period))
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
