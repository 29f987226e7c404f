package dev.convergence.engine.identity;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's own users and groups. Whoever holds on to them hears when they go. A membership that somebody has for a while, and is then given by an administrator,
 * is given for good; the engine alone would refuse it, because it is there.
 */
public final class LastingMembershipIdentityProvider extends GuardedIdentityProvider {

    private final Supplier<TemporaryMembershipKeeper> lent;

    private final Supplier<Stream<DepartureListener>> departures;

    private LastingMembershipIdentityProvider(
            Supplier<TemporaryMembershipKeeper> lent,
            Supplier<SignInGuard> guard,
            Supplier<Stream<DepartureListener>> departures) {
        super(guard);
        this.lent = lent;
        this.departures = departures;
    }

    /** The engine would look for the new id, and find another user of that name or none. */
    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity saved = (UserEntity) user;
        if (saved.getRevision() > 0) {
            require(() -> identity().createUserQuery().userId(saved.getId()).count(), "user");
        }
        return super.saveUser(saved);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        GroupEntity saved = (GroupEntity) group;
        if (saved.getRevision() > 0) {
            require(() -> identity().createGroupQuery().groupId(saved.getId()).count(), "group");
        }
        return super.saveGroup(saved);
    }

    private static IdentityService identity() {
        return Context.getProcessEngineConfiguration().getIdentityService();
    }

    private static void require(Callable<Long> found, String kind) {
        if (Context.getCommandContext().runWithoutAuthorization(found) == 0) {
            throw new BadUserRequestException("id cannot be changed: make a new " + kind + ", and delete the old one");
        }
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        checkAuthorization(Permissions.DELETE, Resources.USER, user);
        if (findUserById(user) != null) {
            departures.get().forEach(listener -> listener.userLeaves(user));
        }
        return super.deleteUser(user);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        checkAuthorization(Permissions.DELETE, Resources.GROUP, group);
        if (findGroupById(group) != null) {
            departures.get().forEach(listener -> listener.groupLeaves(group));
        }
        return super.deleteGroup(group);
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        checkAuthorization(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, group);
        if (existsMembership(user, group)) {
            departures.get().forEach(listener -> listener.memberLeaves(user, group));
        }
        return super.deleteMembership(user, group);
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        if (existsMembership(user, group)) {
            checkAuthorization(Permissions.CREATE, Resources.GROUP_MEMBERSHIP, group);
            if (lent.get().keep(user, group)) {
                return new IdentityOperationResult(null, IdentityOperationResult.OPERATION_UPDATE);
            }
        }
        return super.createMembership(user, group);
    }

    public record Factory(
            Supplier<TemporaryMembershipKeeper> lent,
            Supplier<SignInGuard> guard,
            Supplier<Stream<DepartureListener>> departures)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new LastingMembershipIdentityProvider(lent, guard, departures);
        }
    }
}
