package dev.convergence.escalation;

import dev.convergence.engine.identity.DepartureListener;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.identity.TemporaryMembershipKeeper;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Hands on what waits for people and groups that go, and takes every right of theirs. */
@Component
class TaskDepartureListener implements DepartureListener {

    private final DepartedTaskService tasks;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TemporaryMembershipKeeper lent;
    private final SystemAuthority system;

    TaskDepartureListener(
            DepartedTaskService tasks,
            IdentityService identity,
            AuthorizationService authorizations,
            TemporaryMembershipKeeper lent,
            SystemAuthority system) {
        this.tasks = tasks;
        this.identity = identity;
        this.authorizations = authorizations;
        this.lent = lent;
        this.system = system;
    }

    @Override
    public void userLeaves(String user) {
        system.run(() -> {
            tasks.withoutUser(user);
            groupsOf(user).forEach(group -> tasks.whereEmptied(group, user));
            forget(authorizations.createAuthorizationQuery().userIdIn(user).list());
        });
    }

    @Override
    public void groupLeaves(String group) {
        system.run(() -> {
            tasks.withoutGroup(group);
            forget(authorizations.createAuthorizationQuery().groupIdIn(group).list());
        });
    }

    @Override
    public void memberLeaves(String user, String group) {
        if (!lent.isGivingBack()) {
            system.run(() -> {
                tasks.withoutMember(user, group, groupsOf(user));
                tasks.whereEmptied(group, user);
            });
        }
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private void forget(List<Authorization> granted) {
        granted.forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }
}
