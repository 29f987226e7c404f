package dev.convergence.report;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicy;
import dev.convergence.escalation.wait.WaitPolicyReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Measures waits by the policy as it stands, which is asked once for those that it cannot tell apart. */
final class ResponseTimeCalculator {

    private final WaitPolicyReader policies;
    private final Instant now;
    private final Map<Asked, Optional<WaitPolicy>> answers = new HashMap<>();

    ResponseTimeCalculator(WaitPolicyReader policies, Instant now) {
        this.policies = policies;
        this.now = now;
    }

    private record Asked(
            StallKind kind, String id, Optional<String> pattern, String priority, Map<String, Object> overrides) {}

    /** The response, or nothing where no policy speaks of the wait. */
    Optional<MeasuredResponse> of(ObservedWait wait) {
        Asked asked = new Asked(
                wait.kind(),
                wait.id(),
                wait.campaign().pattern(),
                wait.campaign().priority(),
                WaitPolicyReader.overridesAmong(wait.variables(), wait.kind()));
        return answers.computeIfAbsent(asked, question -> policy(question, wait.campaign()))
                .map(policy -> response(wait, policy));
    }

    private Optional<WaitPolicy> policy(Asked asked, CampaignContext campaign) {
        try {
            return Optional.of(policies.of(asked.kind(), asked.id(), campaign, asked.overrides()));
        } catch (RefusalException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private MeasuredResponse response(ObservedWait wait, WaitPolicy policy) {
        MeasuredResponse.Subject subject = new MeasuredResponse.Subject(
                wait.id(),
                wait.kind().word(),
                policy.sla().toString(),
                policy.calendar().name(),
                policy.calendar().zone());
        return wait.answeredAt()
                .map(answeredAt -> MeasuredResponse.answered(
                        policy.group(),
                        subject,
                        policy.calendar().between(wait.openedAt(), answeredAt),
                        answeredAt,
                        policy.calendar().add(wait.openedAt(), policy.sla())))
                .orElseGet(() -> MeasuredResponse.open(
                        policy.group(),
                        subject,
                        wait.dueAt().filter(now::isAfter).isPresent()));
    }
}
