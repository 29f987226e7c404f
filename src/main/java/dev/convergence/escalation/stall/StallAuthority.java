package dev.convergence.escalation.stall;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.escalation.wait.DoerExclusionPolicy;
import dev.convergence.escalation.wait.EligibleMemberReader;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Who may waive what is stalled, and to whom it may be given: to nobody who did the work, and by nobody to themselves,
 * in person or through somebody for whom they act.
 */
@Component
class StallAuthority {

    /** Who acts on stalls. */
    static final List<String> ACTING = List.of(
            GroupCatalog.MANAGERS, GroupCatalog.CAMPAIGN_MANAGERS, GroupCatalog.SPONSORS, GroupCatalog.ADMINISTRATORS);

    private final TaskService tasks;
    private final DoerExclusionPolicy doerExclusionPolicy;
    private final EligibleMemberReader members;
    private final SubstituteResolver substituteResolver;

    StallAuthority(
            TaskService tasks,
            DoerExclusionPolicy doerExclusionPolicy,
            EligibleMemberReader members,
            SubstituteResolver substituteResolver) {
        this.tasks = tasks;
        this.doerExclusionPolicy = doerExclusionPolicy;
        this.members = members;
        this.substituteResolver = substituteResolver;
    }

    /** @throws AuthorizationException where the user, or the one for whom they act, did the work */
    void requireNoPart(Stall stall, CurrentUser user) {
        Set<String> excluded = doers(stall);
        String inWhoseName =
                substituteResolver.behind(user.id(), user.groups(), ACTING).orElse(user.id());
        if (excluded.contains(user.id()) || excluded.contains(inWhoseName)) {
            throw new AuthorizationException(
                    "You may not waive %s: nobody waives the review of work of their own, and %s did some of it. Ask somebody else who acts on stalls."
                            .formatted(
                                    stall.name(),
                                    excluded.contains(user.id()) ? "you" : inWhoseName + ", for whom you act,"));
        }
    }

    /** @throws Refusal where that would be the caller, in person or through their absence, or somebody who did the work */
    void requireRecipient(Stall stall, String user, String by) {
        require(!user.equals(by), "user", "cannot be yourself: give it to somebody else");
        String acting = substituteResolver.actingFor(user);
        require(
                !acting.equals(by),
                "user",
                "cannot be %s, who is away and for whom you act: give it to somebody else".formatted(user));
        Set<String> excluded = doers(stall);
        require(
                !excluded.contains(user),
                "user",
                "cannot be %s, who did some of the work under review: give it to somebody else".formatted(user));
        require(
                !excluded.contains(acting),
                "user",
                "cannot be %s, for whom %s acts, who did some of the work under review: give it to somebody else"
                        .formatted(user, acting));
    }

    /** @throws Refusal where nobody but the caller could decide */
    void requireRecipients(Stall stall, String group, String by) {
        Set<String> excluded = new HashSet<>(doers(stall));
        excluded.add(by);
        require(
                !members.of(group, excluded).isEmpty(),
                "group",
                "cannot be %s: nobody in it but yourself and those who did the work under review could decide"
                        .formatted(group));
    }

    private Set<String> doers(Stall stall) {
        String block =
                tasks.createTaskQuery().taskId(stall.taskId()).singleResult().getProcessInstanceId();
        return doerExclusionPolicy.of(StallKind.ofIncidentType(stall.kind()), block);
    }

    private static void require(boolean met, String field, String reason) {
        if (!met) {
            throw new RefusalException(field, reason);
        }
    }
}
