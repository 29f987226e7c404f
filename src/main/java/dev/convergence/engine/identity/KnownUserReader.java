package dev.convergence.engine.identity;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who the users are. A user may enter by whatever door there is: guessing a password locks nobody out. */
@Component
public class KnownUserReader {

    private final IdentityService identity;

    KnownUserReader(IdentityService identity) {
        this.identity = identity;
    }

    public boolean exists(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }
}
