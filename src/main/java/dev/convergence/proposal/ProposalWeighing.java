package dev.convergence.proposal;

import dev.convergence.calendar.WallTime;
import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.engine.Caller;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.SystemAuthority;
import dev.convergence.engine.Texts;
import dev.convergence.people.Groups;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Checks what was decided about a proposal. An adopted one is at work: what it asked for has been deployed. */
@Component
class ProposalWeighing {

    private final NewerVersions versions;
    private final ProposalNotices notices;
    private final WorkingCalendars calendars;
    private final SystemAuthority system;

    ProposalWeighing(
            NewerVersions versions, ProposalNotices notices, WorkingCalendars calendars, SystemAuthority system) {
        this.versions = versions;
        this.notices = notices;
        this.calendars = calendars;
        this.system = system;
    }

    /**
     * Records the answer.
     *
     * @throws Refusal naming the field; for one that is adopted, where nothing newer is deployed
     * @throws AuthorizationException where the proposer answers
     */
    void weigh(DelegateTask task) {
        requireAnother(task);
        Map<String, Object> values = task.getVariables();
        ProposalTarget target = Proposal.in(values).target();
        ProposalOutcome outcome = ProposalOutcome.named(
                Texts.require(ProposalProcess.PROPOSAL_OUTCOME, values, "say what becomes of the proposal"));
        String ending = outcome == ProposalOutcome.ADOPTED ? adopted(task, target, values) : declined(values);
        notices.weighed(
                task.getExecution().getProcessBusinessKey(),
                target,
                ending,
                List.of(ProposalProcess.PROPOSED_FOR.get(task).split(",")));
    }

    /** Whoever completes the task, or, where time does or the application itself, whoever has it. */
    private void requireAnother(DelegateTask task) {
        String weighing = system.authenticated().map(Caller::id).orElse(task.getAssignee());
        if (ProposalProcess.PROPOSED_BY
                .find(task)
                .filter(by -> by.equals(weighing))
                .isPresent()) {
            throw new AuthorizationException("You have proposed this; somebody else weighs it.");
        }
    }

    private String adopted(DelegateTask task, ProposalTarget target, Map<String, Object> values) {
        Instant since = ProposalProcess.PROPOSED_AT.get(task).toInstant();
        String version = versions.since(target, since).orElseThrow(() -> notYet(target, since));
        ProposalProcess.PROPOSAL_VERSION.set(task.getExecution(), version);
        return Texts.optional(ProposalProcess.PROPOSAL_COMMENT, values)
                .map(comment -> "adopted with %s: %s".formatted(version, comment))
                .orElse("adopted with %s.".formatted(version));
    }

    private Refusal notYet(ProposalTarget target, Instant since) {
        return new Refusal(
                ProposalProcess.PROPOSAL_OUTCOME.name(),
                "cannot be %s: no newer version of %s is deployed since %s"
                        .formatted(
                                ProposalOutcome.ADOPTED,
                                target.inWords(),
                                WallTime.of(
                                        since,
                                        calendars.ofGroup(Groups.PROCESS_OWNERS).zone())));
    }

    private static String declined(Map<String, Object> values) {
        return "declined: "
                + Texts.require(ProposalProcess.PROPOSAL_COMMENT, values, "say why, for those who have proposed it");
    }
}
