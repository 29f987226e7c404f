package dev.convergence.absence;

import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.task.TaskAssignmentInterceptor;
import dev.convergence.people.GroupCatalog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Sends what somebody who is away is given on to their substitute, in any model. A task's owner is the one for whom its
 * assignee has it, as in the engine itself.
 */
@Component
class SubstitutionInterceptor implements TaskAssignmentInterceptor {

    private final SubstituteResolver substituteResolver;
    private final CoveredTaskRepository covered;

    SubstitutionInterceptor(SubstituteResolver substituteResolver, CoveredTaskRepository covered) {
        this.substituteResolver = substituteResolver;
        this.covered = covered;
    }

    @Override
    public void offered(DelegateTask task) {
        List<String> users = task.getCandidates().stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .toList();
        SubstituteIndex now = substituteResolver.now();
        for (String user : users) {
            now.of(user).filter(substitute -> !users.contains(substitute)).ifPresent(substitute -> {
                task.addCandidateUser(substitute);
                covered.add(new CoveredTask(task.getId(), CoveredTask.CANDIDATE, user, substitute, null));
            });
        }
    }

    @Override
    public void assigned(DelegateTask task, Optional<Caller> by) {
        forgetFormerCover(task);
        String assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        Optional<Caller> claimed = by.filter(caller -> caller.id().equals(assignee));
        if (claimed.isPresent()) {
            nameWhomTheyActFor(task, claimed.get(), true);
        } else {
            substituteResolver.now().of(assignee).ifPresent(substitute -> move(task, assignee, substitute));
        }
    }

    @Override
    public void completing(DelegateTask task, Caller by) {
        forgetFormerCover(task);
        forgetOwnerByHand(task, by);
        nameWhomTheyActFor(task, by, false);
    }

    /** An owner that somebody has written to the task, or a delegation has left there, is no absent person. */
    private void forgetOwnerByHand(DelegateTask task, Caller by) {
        if (task.getOwner() == null) {
            return;
        }
        boolean standsIn = covered.assigned(task.getId())
                .filter(cover -> cover.substitute().equals(by.id()))
                .filter(cover -> cover.absent().equals(task.getOwner()))
                .isPresent();
        if (!standsIn) {
            task.setOwner(null);
        }
    }

    /** A task that was moved, and then given to a third person, is no longer had in place of anybody. */
    private void forgetFormerCover(DelegateTask task) {
        if (task.getOwner() == null) {
            return;
        }
        covered.assigned(task.getId())
                .filter(cover -> !cover.substitute().equals(task.getAssignee()))
                .ifPresent(cover -> {
                    covered.remove(cover);
                    task.setOwner(cover.previousOwner());
                });
    }

    /** Whoever stands in for nobody is not asked about. */
    private void nameWhomTheyActFor(DelegateTask task, Caller by, boolean claiming) {
        if (task.getOwner() != null || !by.groups().contains(GroupCatalog.SUBSTITUTES)) {
            return;
        }
        covered.absentBehind(task.getId(), by).ifPresent(absent -> {
            if (claiming) {
                covered.add(new CoveredTask(task.getId(), CoveredTask.ASSIGNEE, absent, by.id(), null));
            }
            task.setOwner(absent);
        });
    }

    private void move(DelegateTask task, String absent, String substitute) {
        covered.add(new CoveredTask(task.getId(), CoveredTask.ASSIGNEE, absent, substitute, task.getOwner()));
        task.setOwner(absent);
        task.setAssignee(substitute);
    }
}
