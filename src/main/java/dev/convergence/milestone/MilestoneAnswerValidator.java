package dev.convergence.milestone;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What may be answered where a milestone is seen to. */
final class MilestoneAnswerValidator {

    private MilestoneAnswerValidator() {}

    /** @throws Refusal naming the field and the reason */
    static void check(Map<String, ?> answer, WorkingCalendar calendar, Instant now) {
        String action = MilestoneProcess.ACTION
                .find(answer)
                .orElseThrow(() -> new RefusalException(
                        MilestoneProcess.ACTION.name(), "is missing: move the date, or declare the milestone reached"));
        if (MilestoneAction.MOVED.isThat(action)) {
            TextValidator.require(
                    MilestoneProcess.COMMENT, answer, "every team that is told will ask why the date moves");
            requireDayAhead(answer, calendar, now);
        } else if (MilestoneAction.REACHED.isThat(action)) {
            TextValidator.require(
                    MilestoneProcess.COMMENT, answer, "say why it is reached although somebody is missing");
        } else {
            throw new RefusalException(
                    MilestoneProcess.ACTION.name(), "must be one of " + List.of(MilestoneAction.values()));
        }
    }

    /** A day that has closed for business is over: no team could keep it any more. */
    private static void requireDayAhead(Map<String, ?> answer, WorkingCalendar calendar, Instant now) {
        String day = TextValidator.require(MilestoneProcess.NEW_DUE, answer, "say to which day the date moves");
        try {
            if (!calendar.closeOf(DateBounds.date(day)).isAfter(now)) {
                throw new RefusalException(MilestoneProcess.NEW_DUE.name(), "leaves no working time: " + day);
            }
        } catch (OutOfBounds out) {
            throw new RefusalException(MilestoneProcess.NEW_DUE.name(), out.getMessage());
        }
    }
}
