package dev.convergence.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Who of the users may enter at all, by whatever door. */
@Component
public class KnownUsers {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    KnownUsers(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    public boolean exists(String id) {
        return find(id) != null;
    }

    /**
     * Whether the user exists and is not locked for good. A lock of seconds, with which the engine slows down whoever
     * guesses a password, does not count: anybody could lock anybody out with it.
     */
    public boolean mayEnter(String id) {
        User user = find(id);
        return user != null && !isLocked(user);
    }

    private User find(String id) {
        return identity.createUserQuery().userId(id).singleResult();
    }

    private boolean isLocked(User user) {
        return user instanceof UserEntity known && known.getAttempts() >= engine.getLoginMaxAttempts();
    }
}
