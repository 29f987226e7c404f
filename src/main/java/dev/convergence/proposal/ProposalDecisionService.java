package dev.convergence.proposal;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.people.GroupCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Checks what was decided about a proposal. An adopted one is at work: what it asked for has been deployed. */
@Component
class ProposalDecisionService {

    private final NewerVersionReader versions;
    private final ProposalNotifier notices;
    private final WorkingCalendarRegistry calendars;
    private final SystemAuthority system;

    ProposalDecisionService(
            NewerVersionReader versions,
            ProposalNotifier notices,
            WorkingCalendarRegistry calendars,
            SystemAuthority system) {
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
                TextValidator.require(ProposalProcess.PROPOSAL_OUTCOME, values, "say what becomes of the proposal"));
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
        return TextValidator.optional(ProposalProcess.PROPOSAL_COMMENT, values)
                .map(comment -> "adopted with %s: %s".formatted(version, comment))
                .orElse("adopted with %s.".formatted(version));
    }

    private RefusalException notYet(ProposalTarget target, Instant since) {
        return new RefusalException(
                ProposalProcess.PROPOSAL_OUTCOME.name(),
                "cannot be %s: no newer version of %s is deployed since %s"
                        .formatted(
                                ProposalOutcome.ADOPTED,
                                target.inWords(),
                                WallTimeFormatter.of(
                                        since,
                                        calendars
                                                .ofGroup(GroupCatalog.PROCESS_OWNERS)
                                                .zone())));
    }

    private static String declined(Map<String, Object> values) {
        return "declined: "
                + TextValidator.require(
                        ProposalProcess.PROPOSAL_COMMENT, values, "say why, for those who have proposed it");
    }
}
