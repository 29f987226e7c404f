package dev.convergence.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * On whose behalf the engine works at the moment.
 *
 * @param groups the ids of the groups that the caller belongs to
 */
public record Caller(String user, List<String> groups) {

    /** Knows the caller; nobody is one where the application acts by itself. */
    @Component
    public static class Current {

        private final IdentityService identity;

        Current(IdentityService identity) {
            this.identity = identity;
        }

        public Optional<Caller> find() {
            return Optional.ofNullable(identity.getCurrentAuthentication()).map(Current::caller);
        }

        private static Caller caller(Authentication authentication) {
            List<String> groups = authentication.getGroupIds();
            return new Caller(authentication.getUserId(), groups == null ? List.of() : List.copyOf(groups));
        }
    }
}
