package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.escalation.LadderSuccessionPolicy;
import dev.convergence.escalation.wait.EligibleMemberReader;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.ReviewedWork;
import dev.convergence.notification.NoticeService;
import dev.convergence.people.PersonNameReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who decides a gate of whose accountable group nobody may, because all of it did the work: the ladder's next group. */
@Component
class GateSuccessionPolicy {

    private static final String SUBJECT = "decides instead";
    private static final ProcessVariable<String> ACCOUNTABLE =
            ProcessVariable.text(StallKind.STALLED_GATE.groupVariable());

    private final LadderSuccessionPolicy ladder;
    private final EligibleMemberReader members;
    private final PersonNameReader names;
    private final NoticeService noticeService;

    GateSuccessionPolicy(
            LadderSuccessionPolicy ladder,
            EligibleMemberReader members,
            PersonNameReader names,
            NoticeService noticeService) {
        this.ladder = ladder;
        this.members = members;
        this.names = names;
        this.noticeService = noticeService;
    }

    /**
     * The groups that are asked: the accountable one, and where nobody of it may decide the next one, which the gate then
     * waits for.
     */
    List<String> deciders(DelegateExecution gate, CampaignContext campaign, String accountable, Set<String> doers) {
        if (!ladder.leavesNobody(accountable, doers)) {
            return List.of(accountable);
        }
        Optional<String> next = ladder.next(StallKind.STALLED_GATE, campaign.priority(), doers);
        GateProcess.INSTEAD_OF.set(gate, accountable);
        next.ifPresent(group -> ACCOUNTABLE.set(gate, group));
        tell(gate, campaign, accountable, next, doers);
        return Stream.concat(Stream.of(accountable), next.stream()).toList();
    }

    /** Why another group decides, as the form says it; empty where the accountable one does. */
    Optional<String> inWords(DelegateExecution gate, Supplier<ReviewedWork> done) {
        return GateProcess.INSTEAD_OF
                .find(gate)
                .map(group -> inWords(
                        group,
                        ACCOUNTABLE.find(gate).filter(next -> !next.equals(group)),
                        done.get().doers()));
    }

    private String inWords(String accountable, Optional<String> next, Set<String> doers) {
        String authors = members.inPerson(accountable).stream()
                .filter(doers::contains)
                .map(names::of)
                .collect(Collectors.joining(", "));
        return "%s, because nobody of %s may: %s did the work under review"
                .formatted(
                        next.map(group -> group + " decide instead of " + accountable)
                                .orElse("nobody can decide until a manager gives it to somebody"),
                        accountable,
                        authors.isEmpty() ? "whoever acts for them" : authors);
    }

    private void tell(
            DelegateExecution gate,
            CampaignContext campaign,
            String accountable,
            Optional<String> next,
            Set<String> doers) {
        String id = GateProcess.GATE_ID.get(gate);
        String text = "Gate “%s” of campaign “%s” (%s): %s."
                .formatted(
                        GateProcess.GATE_NAME.find(gate).orElseGet(() -> CallActivityNameReader.of(gate, id)),
                        campaign.name(),
                        campaign.key(),
                        inWords(accountable, next, doers));
        Stream.concat(Stream.of(accountable), next.stream())
                .forEach(group -> noticeService.tell(campaign.key(), id, group, SUBJECT, text));
    }
}
