package dev.convergence.adaptive.source.answer;

import dev.convergence.engine.identity.Caller;
import dev.convergence.engine.identity.SystemAuthority;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who answers a task. */
@Component
class TaskAuthorResolver {

    private static final String NOBODY_KNOWN = "somebody";

    private final SystemAuthority system;

    TaskAuthorResolver(SystemAuthority system) {
        this.system = system;
    }

    String by(DelegateTask task) {
        return system.caller()
                .map(Caller::id)
                .or(() -> Optional.ofNullable(task.getAssignee()))
                .orElse(NOBODY_KNOWN);
    }
}
