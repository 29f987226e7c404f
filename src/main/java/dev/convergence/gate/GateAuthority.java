package dev.convergence.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.engine.Caller;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.SystemAuthority;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * Who may decide a gate: the accountable group alone, and those to whom the ladder or a manager's action has handed the
 * review; of a vote's part its voter. Never somebody who did the work under review, whoever gave them the task. What
 * a person, an administrator included, has done to the task by hand gives no authority.
 */
@ModelBean("gateAuthority")
public class GateAuthority {

    private static final Set<String> ADDED = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_ADD_GROUP_LINK, UserOperationLogEntry.OPERATION_TYPE_ADD_USER_LINK);
    private static final Set<String> TAKEN_OFF = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_DELETE_GROUP_LINK,
            UserOperationLogEntry.OPERATION_TYPE_DELETE_USER_LINK);

    private final TaskService tasks;
    private final HistoryService history;
    private final SystemAuthority system;
    private final GateWork work;
    private final ObjectMapper json;

    GateAuthority(TaskService tasks, HistoryService history, SystemAuthority system, GateWork work, ObjectMapper json) {
        this.tasks = tasks;
        this.history = history;
        this.system = system;
        this.work = work;
        this.json = json;
    }

    /**
     * Lets through whoever may decide, and the application itself.
     *
     * @param done the work under review; asked for only where somebody decides who might have done it
     * @throws AuthorizationException saying why not
     */
    void require(DelegateTask review, Supplier<List<HistoricTaskInstance>> done) {
        system.authenticated()
                .flatMap(caller -> objection(reviewing(review), caller, done))
                .ifPresent(reason -> {
                    throw new AuthorizationException("You may not decide this gate: " + reason);
                });
    }

    /** For the review's form, as JSON text: {@code {"mayDecide": false, "reason": "…"}}. */
    public String of(DelegateExecution gate) {
        Task review = tasks.createTaskQuery().executionId(gate.getId()).singleResult();
        return json(system.authenticated()
                .filter(caller -> review != null)
                .flatMap(caller -> objection(reviewing(review, gate), caller, () -> work.before(gate))));
    }

    private String json(Optional<String> objection) {
        ObjectNode authority = json.createObjectNode();
        authority.put("mayDecide", objection.isEmpty());
        authority.put("reason", objection.orElse(""));
        return authority.toString();
    }

    private static Reviewing reviewing(DelegateTask review) {
        return new Reviewing(
                review.getId(), review.getAssignee(), review.getOwner(), review.getCandidates(), review.getExecution());
    }

    private Reviewing reviewing(Task review, DelegateExecution gate) {
        return new Reviewing(
                review.getId(),
                review.getAssignee(),
                review.getOwner(),
                tasks.getIdentityLinksForTask(review.getId()),
                gate);
    }

    private record Reviewing(
            String taskId,
            String assignee,
            String owner,
            Collection<? extends IdentityLink> links,
            DelegateExecution gate) {}

    private Optional<String> objection(Reviewing review, Caller caller, Supplier<List<HistoricTaskInstance>> done) {
        String user = caller.id();
        if (!isAskedToDecide(review, caller)) {
            return Optional.of("it is for " + String.join(", ", deciders(review)));
        }
        String inWhoseName = user.equals(review.assignee()) && review.owner() != null ? review.owner() : user;
        List<HistoricTaskInstance> completions = done.get();
        if (GateWork.wasDoneBy(user, completions) || GateWork.wasDoneBy(inWhoseName, completions)) {
            return Optional.of("nobody decides on work of their own");
        }
        return Optional.empty();
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
