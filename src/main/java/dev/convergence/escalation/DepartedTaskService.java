package dev.convergence.escalation;

import dev.convergence.absence.SubstituteResolver;
import dev.convergence.escalation.wait.EscalationProcess;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.people.GroupCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Open tasks of somebody who goes: back to the candidates; where there are none left, to the standing backup of the
 * group, or else to the campaign managers. Whoever has them now is told.
 */
@Component
class DepartedTaskService {

    private static final String SUBJECT = "departure";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final BackupProperties backupProperties;
    private final SubstituteResolver substituteResolver;
    private final NoticeService noticeService;

    DepartedTaskService(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            BackupProperties backupProperties,
            SubstituteResolver substituteResolver,
            NoticeService noticeService) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.backupProperties = backupProperties;
        this.substituteResolver = substituteResolver;
        this.noticeService = noticeService;
    }

    /** All that names the user, in whatever way. */
    void withoutUser(String user) {
        Map<String, Task> named = new HashMap<>();
        Stream.of(
                        tasks.createTaskQuery().taskAssignee(user).list(),
                        tasks.createTaskQuery().taskOwner(user).list(),
                        tasks.createTaskQuery().taskInvolvedUser(user).list())
                .flatMap(List::stream)
                .forEach(task -> named.putIfAbsent(task.getId(), task));
        named.values().forEach(task -> withoutUser(task, user));
    }

    private void withoutUser(Task task, String user) {
        release(task, user);
        links(task).stream()
                .filter(link -> user.equals(link.getUserId()))
                .filter(link -> !IdentityLinkType.ASSIGNEE.equals(link.getType())
                        && !IdentityLinkType.OWNER.equals(link.getType()))
                .forEach(link -> tasks.deleteUserIdentityLink(task.getId(), user, link.getType()));
        handOn(task, user, candidateGroups(task).findFirst());
    }

    private void release(Task task, String user) {
        boolean owned = user.equals(task.getOwner());
        boolean assigned = user.equals(task.getAssignee());
        if (owned) {
            task.setOwner(null);
        }
        if (assigned) {
            task.setAssignee(null);
        }
        if (owned || assigned) {
            tasks.saveTask(task);
        }
    }

    /** What a user has claimed as a member of this group alone. */
    void withoutMember(String user, String group, List<String> groups) {
        tasks.createTaskQuery().taskAssignee(user).list().stream()
                .filter(task -> user.equals(task.getAssignee()))
                .filter(task -> candidateGroups(task).anyMatch(group::equals))
                .filter(task -> links(task).stream().noneMatch(link -> entitlesOtherwise(link, user, group, groups)))
                .forEach(task -> {
                    release(task, user);
                    handOn(task, user, Optional.of(group));
                });
    }

    private static boolean entitlesOtherwise(IdentityLink link, String user, String group, List<String> groups) {
        return IdentityLinkType.CANDIDATE.equals(link.getType())
                && (user.equals(link.getUserId())
                        || !group.equals(link.getGroupId()) && groups.contains(String.valueOf(link.getGroupId())));
    }

    /** What waits for a group that will not be there. */
    void withoutGroup(String group) {
        waitingFor(group).forEach(task -> {
            tasks.deleteCandidateGroup(task.getId(), group);
            // The engine may still read a link that this transaction has deleted.
            List<String> left =
                    candidateGroups(task).filter(one -> !one.equals(group)).toList();
            handOn(task, group, Optional.empty(), left);
            waitForAnother(task, group, left);
        });
    }

    /** What is stalled says whom it waits for. */
    private void waitForAnother(Task task, String gone, List<String> left) {
        if (gone.equals(tasks.getVariableLocal(task.getId(), EscalationProcess.WAITING_FOR.name()))) {
            tasks.setVariableLocal(
                    task.getId(),
                    EscalationProcess.WAITING_FOR.name(),
                    left.stream().findFirst().orElse(GroupCatalog.CAMPAIGN_MANAGERS));
        }
    }

    /** What waits for a group that is empty once this user is not in it. */
    void whereEmptied(String group, String without) {
        if (members(group, without) == 0) {
            waitingFor(group).forEach(task -> handOn(task, without, Optional.of(group)));
        }
    }

    private List<Task> waitingFor(String group) {
        return tasks.createTaskQuery()
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .list();
    }

    /** @param group that it waits for; empty where there is none */
    private void handOn(Task task, String gone, Optional<String> group) {
        handOn(task, gone, group, candidateGroups(task).toList());
    }

    /**
     * @param group that it waits for; empty where there is none
     * @param candidates the groups that may take it
     */
    private void handOn(Task task, String gone, Optional<String> group, List<String> candidates) {
        if (task.getAssignee() != null) {
            return;
        }
        Optional<String> there = candidates.stream()
                .filter(one -> members(one, gone) > 0)
                .findFirst()
                .or(() -> candidateUsers(task)
                        .filter(user -> !user.equals(gone))
                        .map(Notice::user)
                        .findFirst());
        tell(task, gone, there.orElseGet(() -> toSomebodyElse(task, gone, group)));
    }

    private String toSomebodyElse(Task task, String gone, Optional<String> group) {
        Optional<String> backup = group.flatMap(backupProperties::of)
                .filter(user -> !user.equals(gone))
                .filter(user -> identity.createUserQuery().userId(user).count() > 0);
        if (backup.isPresent()) {
            substituteResolver.letAct(task.getId(), backup.get());
            return Notice.user(backup.get());
        }
        tasks.addCandidateGroup(task.getId(), GroupCatalog.CAMPAIGN_MANAGERS);
        return GroupCatalog.CAMPAIGN_MANAGERS;
    }

    private void tell(Task task, String gone, String recipient) {
        String campaign = Optional.ofNullable(task.getProcessInstanceId())
                .map(id -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElse(null);
        noticeService.tell(
                campaign,
                task.getTaskDefinitionKey() == null ? SUBJECT : task.getTaskDefinitionKey(),
                recipient,
                SUBJECT,
                "“%s” is gone, or out of the group: “%s” waits for you.".formatted(gone, task.getName()),
                task.getId());
    }

    private long members(String group, String without) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .filter(user -> !user.equals(without))
                .count();
    }

    private Stream<String> candidateGroups(Task task) {
        return candidates(task).map(IdentityLink::getGroupId).filter(Objects::nonNull);
    }

    private Stream<String> candidateUsers(Task task) {
        return candidates(task).map(IdentityLink::getUserId).filter(Objects::nonNull);
    }

    private Stream<IdentityLink> candidates(Task task) {
        return links(task).stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
    }

    private List<IdentityLink> links(Task task) {
        return tasks.getIdentityLinksForTask(task.getId());
    }
}
