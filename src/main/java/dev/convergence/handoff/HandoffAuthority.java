package dev.convergence.handoff;

import dev.convergence.engine.identity.SystemAuthority;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Nobody accepts or returns what they have prepared themselves, nor in the name of somebody who has. One query. */
@Component
class HandoffAuthority {

    private final HandoffWorkReader work;
    private final SystemAuthority system;

    HandoffAuthority(HandoffWorkReader work, SystemAuthority system) {
        this.work = work;
        this.system = system;
    }

    /** @throws AuthorizationException naming who has prepared it */
    void require(DelegateTask acceptance) {
        system.authenticated()
                .flatMap(caller -> preparer(acceptance, caller.id()))
                .ifPresent(user -> {
                    throw new AuthorizationException(
                            "You may not answer this handoff: %s has prepared it. It is for others of the team that receives it"
                                    .formatted(user));
                });
    }

    private Optional<String> preparer(DelegateTask acceptance, String user) {
        Set<String> preparers = work.doneBy(acceptance.getProcessInstanceId());
        return Stream.of(user, acceptance.getOwner())
                .filter(Objects::nonNull)
                .filter(preparers::contains)
                .findFirst();
    }
}
