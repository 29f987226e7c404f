package dev.convergence.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One wait for an answer, measured by the policy as it stands.
 *
 * @param group who owes the answer
 * @param subject what it is about, and by what it is measured
 * @param taken working time from the opening to the answer; empty while it is open
 * @param inTime whether it was answered within the target
 * @param overdue whether it is open past its due date
 */
record MeasuredResponse(String group, Subject subject, Optional<Duration> taken, boolean inTime, boolean overdue) {

    /**
     * What is measured alike. A gate whose target depends on the campaign is one subject for each target.
     *
     * @param gate the id of the gate or handoff
     * @param kind {@code gate} or {@code handoff}
     * @param target working time, such as {@code P1D} for one working day
     * @param calendar whose working time counts
     */
    record Subject(String gate, String kind, String target, String calendar, ZoneId zone) {}

    boolean isOpen() {
        return taken.isEmpty();
    }

    static MeasuredResponse answered(
            String group, Subject subject, Duration taken, Instant answeredAt, Instant answerableUntil) {
        return new MeasuredResponse(group, subject, Optional.of(taken), !answeredAt.isAfter(answerableUntil), false);
    }

    static MeasuredResponse open(String group, Subject subject, boolean overdue) {
        return new MeasuredResponse(group, subject, Optional.empty(), false, overdue);
    }
}
