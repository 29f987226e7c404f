package dev.convergence.engine.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Checks passwords under a guard, in place of the engine's own lock, which anybody could close for good on anybody: no
 * guess is written to the user. Whoever does not exist is answered after the same work as whoever does.
 */
class GuardedIdentityProvider extends DbIdentityServiceProvider {

    private static final String NOTHING = "";

    private final Supplier<SignInGuard> guards;

    GuardedIdentityProvider(Supplier<SignInGuard> guards) {
        this.guards = guards;
    }

    @Override
    public boolean checkPassword(String id, String password) {
        SignInGuard guard = guards.get();
        if (id == null || password == null || !guard.admits(id)) {
            return false;
        }
        boolean right = isPasswordOf(id, password);
        if (right) {
            guard.accepted(id);
        } else {
            guard.rejected(id);
        }
        return right;
    }

    private boolean isPasswordOf(String id, String password) {
        UserEntity user = isStorable(id) ? findUserById(id) : null;
        return matchPassword(password, user == null ? nobody() : user) && user != null;
    }

    private static boolean isStorable(String id) {
        return !id.isBlank() && id.chars().noneMatch(Character::isISOControl);
    }

    /** No password has this hash. */
    private static UserEntity nobody() {
        String algorithm =
                Context.getProcessEngineConfiguration().getPasswordEncryptor().hashAlgorithmName();
        UserEntity nobody = new UserEntity();
        nobody.setSalt(NOTHING);
        nobody.setDbPassword("{" + algorithm + "}" + NOTHING);
        return nobody;
    }
}
