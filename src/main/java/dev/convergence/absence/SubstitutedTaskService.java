package dev.convergence.absence;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves tasks that are open to whoever acts for the absent, on to whoever acts next, and back. */
@Component
class SubstitutedTaskService {

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final CoveredTaskRepository covered;
    private final SubstituteResolver substituteResolver;
    private final ObjectProvider<TaskExclusionPolicy> exclusions;

    /** @param exclusions asked for late: they rest on absences */
    SubstitutedTaskService(
            TaskService tasks,
            AuthorizationService authorizations,
            CoveredTaskRepository covered,
            SubstituteResolver substituteResolver,
            ObjectProvider<TaskExclusionPolicy> exclusions) {
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.covered = covered;
        this.substituteResolver = substituteResolver;
        this.exclusions = exclusions;
    }

    /** Hands over what an absent person has claimed, and what they alone were named for. */
    void handOver(String absent, String substitute) {
        tasks.createTaskQuery().taskAssignee(absent).active().list().stream()
                // The database does not know yet what this transaction has moved.
                .filter(task -> absent.equals(task.getAssignee()))
                .forEach(task -> handOver(
                        task,
                        new CoveredTask(task.getId(), CoveredTask.ASSIGNEE, absent, substitute, task.getOwner())));
        covered.offeredTo(absent).stream()
                .filter(task -> isActive(task, substitute))
                .forEach(task -> substituteResolver.letActFor(absent, substitute, task));
    }

    /** What the substitute must not have goes back to those who may, where there are others. */
    private void handOver(Task task, CoveredTask cover) {
        if (!isExcluded(cover.substitute(), task)) {
            assign(task, cover);
        } else if (isOfferedToOthers(task)) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private boolean isOfferedToOthers(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
    }

    private boolean isExcluded(String user, Task task) {
        return exclusions.stream()
                .anyMatch(one -> one.excludes(user, task.getTaskDefinitionKey(), task.getProcessInstanceId()));
    }

    /** Brings what was handed over to whoever acts now; back, where the absent person does. */
    void follow(SubstituteIndex substituteIndex) {
        for (CoveredTask cover : covered.all()) {
            Optional<String> acting = substituteIndex.of(cover.absent());
            if (!acting.filter(cover.substitute()::equals).isPresent()) {
                find(cover.taskId()).ifPresentOrElse(task -> follow(task, cover, acting), () -> covered.remove(cover));
            }
        }
    }

    /** Takes back what others have in place of somebody who will not come back; it waits for its group again. */
    void release(String gone) {
        covered.of(gone).stream().filter(cover -> cover.absent().equals(gone)).forEach(cover -> {
            covered.remove(cover);
            find(cover.taskId()).ifPresent(task -> release(task, cover));
        });
    }

    private void release(Task task, CoveredTask cover) {
        if (cover.isAssigned()) {
            task.setOwner(null);
            task.setAssignee(null);
            tasks.saveTask(task);
        } else {
            tasks.deleteCandidateUser(task.getId(), cover.substitute());
        }
        takeRights(cover);
    }

    private void follow(Task task, CoveredTask cover, Optional<String> acting) {
        if (task.isSuspended()) {
            return;
        }
        covered.remove(cover);
        if (cover.isAssigned()) {
            acting.filter(next -> !isExcluded(next, task))
                    .ifPresentOrElse(next -> assign(task, cover.by(next)), () -> giveBack(task, cover));
        } else {
            tasks.deleteCandidateUser(task.getId(), cover.substitute());
            acting.filter(next -> !isExcluded(next, task))
                    .ifPresent(next -> substituteResolver.letActFor(cover.absent(), next, task.getId()));
        }
        takeRights(cover);
    }

    private void assign(Task task, CoveredTask cover) {
        covered.add(cover);
        task.setOwner(cover.absent());
        task.setAssignee(cover.substitute());
        tasks.saveTask(task);
    }

    private void giveBack(Task task, CoveredTask cover) {
        task.setOwner(cover.previousOwner());
        task.setAssignee(cover.absent());
        tasks.saveTask(task);
    }

    /** The engine grants rights to whoever is named on a task, and leaves them there. */
    private void takeRights(CoveredTask cover) {
        boolean stillNamed = tasks.getIdentityLinksForTask(cover.taskId()).stream()
                .filter(link -> cover.isAssigned() || !IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> cover.substitute().equals(link.getUserId()));
        if (!stillNamed) {
            authorizations
                    .createAuthorizationQuery()
                    .userIdIn(cover.substitute())
                    .resourceType(Resources.TASK)
                    .resourceId(cover.taskId())
                    .list()
                    .stream()
                    .map(Authorization::getId)
                    .forEach(authorizations::deleteAuthorization);
        }
    }

    private Optional<Task> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult());
    }

    private boolean isActive(String taskId, String substitute) {
        return find(taskId)
                .filter(task -> !task.isSuspended())
                .filter(task -> !isExcluded(substitute, task))
                .isPresent();
    }
}
