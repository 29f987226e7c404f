package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.escalation.wait.Quorum;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaitPolicy;
import dev.convergence.escalation.wait.WaitPolicyReader;
import dev.convergence.gate.GateCall;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateWorkReader;
import dev.convergence.gate.ReviewedWork;
import dev.convergence.responsibility.Responsibility;
import dev.convergence.responsibility.ResponsibilityMatrixDecision;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says who is asked when a gate opens, and what it will ask for. */
@Component
class GateOpeningService {

    private final ResponsibilityMatrixDecision matrix;
    private final EvidenceReader evidenceReader;
    private final VoterResolver voterResolver;
    private final GateWorkReader work;
    private final GateSuccessionPolicy succession;

    GateOpeningService(
            ResponsibilityMatrixDecision matrix,
            EvidenceReader evidenceReader,
            VoterResolver voterResolver,
            GateWorkReader work,
            GateSuccessionPolicy succession) {
        this.matrix = matrix;
        this.evidenceReader = evidenceReader;
        this.voterResolver = voterResolver;
        this.work = work;
        this.succession = succession;
    }

    /** A gate: its accountable group or that group's voters decide, the consulted groups are asked. */
    void of(DelegateExecution gate, CampaignContext campaign, WaitPolicy policy) {
        String id = GateProcess.GATE_ID.get(gate);
        Responsibility roles = matrix.of(id, campaign.pattern().orElse(null));
        boolean voted = policy.quorum() != Quorum.ANY;
        ReviewedWork done = voted || mayHaveWork(gate, campaign) ? work.before(gate) : ReviewedWork.NONE;
        List<String> voting = voted ? voterResolver.of(policy.group(), done) : List.of();
        GateTerms terms = new GateTerms(
                items(gate, campaign),
                roles.informed(),
                campaign.conditionsSet(),
                voting.isEmpty() ? Quorum.ANY : policy.quorum(),
                !voting.isEmpty() && policy.veto());
        terms.store(gate);
        GateProcess.ACCOUNTABLE_GROUP.handOn(
                gate,
                voting.isEmpty()
                        ? succession.deciders(gate, campaign, policy.group(), done.doers())
                        : List.of(policy.group()));
        GateProcess.CONSULTED.handOn(gate, roles.consulted());
        GateProcess.VOTERS.handOn(gate, voting);
        if (!voting.isEmpty() && GateProcess.GATE_NAME.find(gate).isEmpty()) {
            GateProcess.GATE_NAME.set(gate, CallActivityNameReader.of(gate, id));
        }
    }

    /** Whether it is worth asking who did the work. */
    private static boolean mayHaveWork(DelegateExecution gate, CampaignContext campaign) {
        return GateCall.of(gate)
                .filter(call -> campaign.conditionsSet() || call.reviewsWork())
                .isPresent();
    }

    /** What overrides the policy for a gate holds for each vote on it. Nothing is mapped that is not there. */
    void inheritOverrides(DelegateExecution gate) {
        if (GateProcess.VOTER.find(gate).isPresent()) {
            DelegateExecution votedOn = gate.getProcessInstance().getSuperExecution();
            Map<String, Object> overrides =
                    WaitPolicyReader.overridesAmong(votedOn.getVariables(), StallKind.STALLED_GATE);
            gate.setVariables(overrides);
        }
    }

    /** One voter's part of a vote: nobody else is asked. */
    void ofVote(DelegateExecution vote, CampaignContext campaign) {
        GateTerms terms = new GateTerms(items(vote, campaign), List.of(), campaign.conditionsSet(), Quorum.ANY, false);
        terms.store(vote);
        GateProcess.ACCOUNTABLE_GROUP.handOn(vote, List.of());
        GateProcess.CONSULTED.handOn(vote, List.of());
        GateProcess.VOTERS.handOn(vote, List.of());
    }

    /** A gate that nothing calls has no work before it that could provide anything. */
    private List<String> items(DelegateExecution gate, CampaignContext campaign) {
        return gate.getProcessInstance().getSuperExecution() == null
                ? List.of()
                : evidenceReader
                        .required(
                                GateProcess.GATE_ID.get(gate),
                                campaign.pattern().orElse(null))
                        .stream()
                        .map(EvidenceItem::item)
                        .toList();
    }
}
