package dev.convergence.escalation;

import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.context.CampaignContext;
import dev.convergence.escalation.wait.PlannedDateReader;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicy;
import dev.convergence.escalation.wait.WaitPolicyReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every due date and every first rung comes from here. */
@Component
public class DeadlineCalculator {

    private final WaitPolicyReader policies;
    private final EscalationLadderRungsDecision escalationLadderRungsDecision;
    private final PlannedDateReader plannedDateReader;
    private final Clock clock;

    DeadlineCalculator(
            WaitPolicyReader policies,
            EscalationLadderRungsDecision escalationLadderRungsDecision,
            PlannedDateReader plannedDateReader,
            Clock clock) {
        this.policies = policies;
        this.escalationLadderRungsDecision = escalationLadderRungsDecision;
        this.plannedDateReader = plannedDateReader;
        this.clock = clock;
    }

    /**
     * The deadline of a wait that begins now: the close of business of its planned date while that lies ahead,
     * otherwise the policy's working time from now.
     */
    public Deadline startingNow(StallKind kind, String id, CampaignContext campaign, Map<String, ?> overrides) {
        WaitPolicy policy = policies.of(kind, id, campaign, overrides);
        WorkingCalendar calendar = policy.calendar();
        Instant now = clock.instant();
        Instant dueAt =
                planned(campaign, id, calendar).filter(now::isBefore).orElseGet(() -> calendar.add(now, policy.sla()));
        return new Deadline(policy, dueAt, firstRungAt(kind, campaign, dueAt, calendar));
    }

    /** The deadline of a wait that is late from its first moment: it is due now. */
    public Deadline dueNow(StallKind kind, String id, CampaignContext campaign, Map<String, ?> overrides) {
        WaitPolicy policy = policies.of(kind, id, campaign, overrides);
        Instant now = clock.instant();
        return new Deadline(policy, now, firstRungAt(kind, campaign, now, policy.calendar()));
    }

    private Optional<Instant> planned(CampaignContext campaign, String id, WorkingCalendar calendar) {
        Optional<LocalDate> date = plannedDateReader.of(campaign, id);
        return date.map(calendar::closeOf);
    }

    private Instant firstRungAt(StallKind kind, CampaignContext campaign, Instant dueAt, WorkingCalendar calendar) {
        return escalationLadderRungsDecision
                .of(kind, campaign.priority())
                .nextAt(Optional.empty(), dueAt, calendar)
                .orElse(dueAt);
    }
}
