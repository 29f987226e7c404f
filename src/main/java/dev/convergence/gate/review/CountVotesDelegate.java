package dev.convergence.gate.review;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.gate.GateDecider;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.gate.Vote;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Decides a gate as its voters have voted, with what they said. */
@ModelBean(value = "countVotes", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
class CountVotesDelegate implements JavaDelegate {

    private final GateReviewRepository reviews;

    CountVotesDelegate(GateReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution gate) {
        List<Vote> votes =
                reviews.votesOn(gate.getProcessInstanceId(), ((ProcessInstance) gate).getRootProcessInstanceId());
        GateOutcome outcome = VoteService.outcome(GateTerms.of(gate), votes.size(), votes)
                .orElseThrow(() -> new IllegalStateException("the votes decide nothing: " + votes));
        GateProcess.GATE_OUTCOME.set(gate, outcome.name());
        set(
                GateProcess.GATE_COMMENT,
                gate,
                votes,
                vote -> vote.comment() == null ? null : vote.by() + ": " + vote.comment());
        set(GateProcess.GATE_CONDITIONS, gate, votes, CountVotesDelegate::conditions);
        String by = votes.stream().map(Vote::by).distinct().collect(Collectors.joining(", "));
        GateProcess.DECIDED_BY.handOn(gate, new GateDecider(gate.getProcessInstanceId(), outcome.name(), by));
    }

    private static String conditions(Vote vote) {
        return GateOutcome.APPROVED_WITH_CONDITIONS.name().equals(vote.outcome()) ? vote.conditions() : null;
    }

    private static void set(
            ProcessVariable<String> processVariable,
            DelegateExecution gate,
            List<Vote> votes,
            Function<Vote, String> said) {
        String all = votes.stream().map(said).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        if (!all.isEmpty()) {
            processVariable.set(
                    gate,
                    all.length() > TextValidator.LONGEST ? all.substring(0, TextValidator.LONGEST - 1) + "…" : all);
        }
    }
}
