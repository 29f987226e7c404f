package dev.convergence.gate.review;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.gate.Vote;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Whether the votes that were given so far suffice. Each is in history by the time it is asked for. */
@ModelBean(value = "votes", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
public class VoteService {

    private static final String VOTERS = "nrOfInstances";

    private final GateReviewRepository reviews;

    VoteService(GateReviewRepository reviews) {
        this.reviews = reviews;
    }

    /** Whether the votes that are still missing can change the outcome no more. */
    public boolean suffice(DelegateExecution voting) {
        int voters = (Integer) voting.getVariable(VOTERS);
        return outcome(
                        GateTerms.of(voting),
                        voters,
                        reviews.votesOn(
                                voting.getProcessInstanceId(), ((ProcessInstance) voting).getRootProcessInstanceId()))
                .isPresent();
    }

    static Optional<GateOutcome> outcome(GateTerms terms, int voters, List<Vote> votes) {
        List<GateOutcome> outcomes = votes.stream()
                .map(vote -> GateOutcome.named(vote.outcome()).orElseThrow())
                .toList();
        return new VoteTally(terms.quorum(), terms.veto(), voters, outcomes).outcome();
    }
}
