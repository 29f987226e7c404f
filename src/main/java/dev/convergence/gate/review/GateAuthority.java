package dev.convergence.gate.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.absence.SubstituteResolver;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.escalation.StallService;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.gate.GateWorkReader;
import dev.convergence.gate.ReviewedWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.util.function.SingletonSupplier;

/**
 * Who may decide a gate: the accountable group alone, and those to whom the ladder or a manager's action has handed the
 * review; of a vote's part its voter. Never somebody who did the work under review, whoever gave them the task. What
 * a person, an administrator included, has done to the task by hand gives no authority.
 */
@ModelBean(value = "gateAuthority", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
public class GateAuthority {

    private static final Set<String> ADDED = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_ADD_GROUP_LINK, UserOperationLogEntry.OPERATION_TYPE_ADD_USER_LINK);
    private static final Set<String> TAKEN_OFF = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_DELETE_GROUP_LINK,
            UserOperationLogEntry.OPERATION_TYPE_DELETE_USER_LINK);

    private final TaskService tasks;
    private final HistoryService history;
    private final SystemAuthority system;
    private final GateWorkReader work;
    private final GateSuccessionPolicy succession;
    private final SubstituteResolver substituteResolver;
    private final ObjectMapper json;

    GateAuthority(
            TaskService tasks,
            HistoryService history,
            SystemAuthority system,
            GateWorkReader work,
            GateSuccessionPolicy succession,
            SubstituteResolver substituteResolver,
            ObjectMapper json) {
        this.tasks = tasks;
        this.history = history;
        this.system = system;
        this.work = work;
        this.succession = succession;
        this.substituteResolver = substituteResolver;
        this.json = json;
    }

    /**
     * Lets through whoever may decide, and the application itself.
     *
     * @param done the work under review; asked for only where somebody decides who might have done it
     * @throws AuthorizationException saying why not
     */
    void require(DelegateTask review, Supplier<ReviewedWork> done) {
        system.authenticated()
                .flatMap(caller -> objection(reviewing(review), caller, done))
                .ifPresent(reason -> {
                    throw new AuthorizationException("You may not decide this gate: " + reason);
                });
    }

    /**
     * Lets nobody who did the work be given the review by hand, themselves included. In whose place a substitute has it is
     * for the record of absences to say, and no hand of anybody.
     *
     * @throws AuthorizationException naming who did
     */
    void requireRecipient(DelegateTask review, Supplier<ReviewedWork> done) {
        String user = review.getAssignee();
        boolean byHand = user != null
                && system.authenticated().isPresent()
                && (review.getOwner() == null
                        || !substituteResolver.hasInPlaceOf(review.getOwner(), user, review.getId()));
        if (byHand && done.get().wasDoneBy(user)) {
            throw new AuthorizationException(
                    "%s may not have this review: nobody decides on work of their own, and %s did some of what is under review. It is for others of %s"
                            .formatted(user, user, String.join(", ", deciders(reviewing(review)))));
        }
    }

    /**
     * A waiver passes a gate without a review: it is an action on a stall, taken by those who may.
     *
     * @throws Refusal where somebody would waive by deciding
     */
    void requireNoWaiver(GateOutcome outcome) {
        if (outcome == GateOutcome.WAIVED && system.authenticated().isPresent()) {
            throw new RefusalException(
                    GateProcess.GATE_OUTCOME.name(),
                    "cannot be WAIVED by a decision: a gate that has stalled is waived by a manager, a campaign manager or a sponsor, as an action on the stall");
        }
    }

    /**
     * For the review's form, as JSON text: {@code {"mayDecide": false, "reason": "…", "instead": "…"}}; the last says why
     * another group decides, where one does.
     */
    public String of(DelegateExecution gate) {
        Task review = tasks.createTaskQuery().executionId(gate.getId()).singleResult();
        Supplier<ReviewedWork> done = SingletonSupplier.of(() -> work.before(gate));
        Optional<String> objection = system.authenticated()
                .filter(caller -> review != null)
                .flatMap(caller -> objection(reviewing(review, gate), caller, done));
        ObjectNode authority = json.createObjectNode();
        authority.put("mayDecide", objection.isEmpty());
        authority.put("reason", objection.orElse(""));
        authority.put("instead", succession.inWords(gate, done).orElse(""));
        return authority.toString();
    }

    private static Reviewing reviewing(DelegateTask review) {
        return new Reviewing(
                review.getId(),
                review.getAssignee(),
                review.getOwner(),
                review.getCandidates(),
                StallService.reassignedBy(review.getVariableLocal(StallService.REASSIGNED_BY)),
                review.getExecution());
    }

    private Reviewing reviewing(Task review, DelegateExecution gate) {
        return new Reviewing(
                review.getId(),
                review.getAssignee(),
                review.getOwner(),
                tasks.getIdentityLinksForTask(review.getId()),
                StallService.reassignedBy(tasks.getVariableLocal(review.getId(), StallService.REASSIGNED_BY)),
                gate);
    }

    private record Reviewing(
            String taskId,
            String assignee,
            String owner,
            Collection<? extends IdentityLink> links,
            Optional<String> reassignedBy,
            DelegateExecution gate) {}

    private Optional<String> objection(Reviewing review, Caller caller, Supplier<ReviewedWork> done) {
        String user = caller.id();
        if (!isAskedToDecide(review, caller)) {
            return Optional.of("it is for " + String.join(", ", deciders(review)));
        }
        String inWhoseName = inWhoseName(review, caller);
        if (review.reassignedBy()
                .filter(by -> by.equals(user) || by.equals(inWhoseName))
                .isPresent()) {
            return Optional.of("%s gave it to somebody else, who decides it now"
                    .formatted(review.reassignedBy().get()));
        }
        ReviewedWork reviewed = done.get();
        if (reviewed.wasDoneBy(user)) {
            return Optional.of("nobody decides on work of their own, and you did some of what is under review");
        }
        return reviewed.wasDoneBy(inWhoseName)
                ? Optional.of(
                        "nobody decides on work of their own, and %s, for whom you act, did some of what is under review"
                                .formatted(inWhoseName))
                : Optional.empty();
    }

    /** Of somebody who has not claimed the review: for whom they are one of those who may. */
    private String inWhoseName(Reviewing review, Caller caller) {
        if (caller.id().equals(review.assignee()) && review.owner() != null) {
            return review.owner();
        }
        List<String> groups = candidates(review).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return substituteResolver.behind(caller.id(), caller.groups(), groups).orElse(caller.id());
    }

    private boolean isAskedToDecide(Reviewing review, Caller caller) {
        String user = caller.id();
        Optional<String> voter = GateProcess.VOTER.find(review.gate());
        boolean ownVote = voter.filter(user::equals).isPresent()
                || voter.filter(name -> name.equals(review.owner()) && user.equals(review.assignee()))
                        .isPresent();
        return ownVote || candidates(review).stream().anyMatch(link -> names(link, user, caller.groups()));
    }

    private static boolean names(IdentityLink link, String user, Set<String> groups) {
        return link.getGroupId() == null ? user.equals(link.getUserId()) : groups.contains(link.getGroupId());
    }

    /** Those whom the process itself has made candidates, whether or not somebody has added them by hand as well. */
    private List<? extends IdentityLink> candidates(Reviewing review) {
        Map<String, Integer> byHand = addedByHand(review.taskId());
        List<? extends IdentityLink> links = review.links().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        return links.stream()
                .filter(link -> links.stream()
                                .filter(other -> id(other).equals(id(link)))
                                .count()
                        > byHand.getOrDefault(id(link), 0))
                .toList();
    }

    /** How often each was added and is still there; who is taken off the task is taken off as often as they were on it. */
    private Map<String, Integer> addedByHand(String taskId) {
        Map<String, Integer> added = new HashMap<>();
        system.call(() -> history.createUserOperationLogQuery()
                        .taskId(taskId)
                        .orderByTimestamp()
                        .asc()
                        .list())
                .forEach(entry -> {
                    if (ADDED.contains(entry.getOperationType())) {
                        added.merge(entry.getNewValue(), 1, Integer::sum);
                    } else if (TAKEN_OFF.contains(entry.getOperationType())) {
                        added.remove(entry.getNewValue());
                    }
                });
        return added;
    }

    private static String id(IdentityLink link) {
        return link.getGroupId() == null ? link.getUserId() : link.getGroupId();
    }

    private List<String> deciders(Reviewing review) {
        return GateProcess.VOTER.find(review.gate()).map(List::of).orElseGet(() -> candidates(review).stream()
                .map(GateAuthority::id)
                .sorted()
                .toList());
    }
}
