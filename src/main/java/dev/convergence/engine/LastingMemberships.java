package dev.convergence.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The engine's own users and groups. A membership that somebody has for a while, and is then given by an administrator,
 * is given for good; the engine alone would refuse it, because it is there.
 */
final class LastingMemberships extends GuardedIdentityProvider {

    private final Supplier<LentGroups> lent;

    private LastingMemberships(Supplier<LentGroups> lent, Supplier<SignInGuard> guard) {
        super(guard);
        this.lent = lent;
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

    record Factory(Supplier<LentGroups> lent, Supplier<SignInGuard> guard) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new LastingMemberships(lent, guard);
        }
    }
}
