package dev.convergence.escalation.wait;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How long each group took to answer, in working time: {@code convergence_response_time}. It asks the database for
 * nothing that deciding the task does not ask for anyhow, and so not for the policy: the group is the one waited for
 * in the end, and where no calendar stands on the task or its block, the group's own counts.
 */
@Component
public class ResponseTimeMetrics {

    private final MeterRegistry meters;
    private final WorkingCalendarRegistry calendars;
    private final Clock clock;

    ResponseTimeMetrics(MeterRegistry meters, WorkingCalendarRegistry calendars, Clock clock) {
        this.meters = meters;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Records, once the transaction has been committed, that a gate was decided or a handoff answered. */
    public void answered(DelegateTask task) {
        group(task).ifPresent(group -> {
            StallKind kind = StallKind.ofTask(task.getTaskDefinitionKey());
            Duration taken = calendar(task, group).between(task.getCreateTime().toInstant(), clock.instant());
            afterCommit(() -> timer(group, kind).record(taken));
        });
    }

    /** A task that has not stalled has one candidate group: whoever owes the answer. */
    private static Optional<String> group(DelegateTask task) {
        return EscalationProcess.WAITING_FOR.find(task).or(() -> task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst());
    }

    private WorkingCalendar calendar(DelegateTask task, String group) {
        return EscalationProcess.WAITING_CALENDAR
                .find(task)
                .or(() -> WaitPolicyReader.calendarAmong(task))
                .map(calendars::named)
                .orElseGet(() -> calendars.ofGroup(group));
    }

    private Timer timer(String group, StallKind kind) {
        return Timer.builder("convergence.response.time")
                .description("Working time from the opening of a gate or handoff to its answer")
                .tag("group", group)
                .tag("kind", kind.word())
                .register(meters);
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
