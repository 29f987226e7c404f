package dev.convergence.adaptive;

import dev.convergence.engine.SystemAuthority;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Tells a campaign what its readings have set off, once they are committed. Readings do not wait for the engine, and
 * the engine's locks do not undo them: the word is a job of the engine, written in the transaction of the readings.
 */
@Component
public class FollowUps {

    private final RuntimeService runtime;
    private final SystemAuthority system;

    FollowUps(RuntimeService runtime, SystemAuthority system) {
        this.runtime = runtime;
        this.system = system;
    }

    /**
     * Within a transaction: the message comes to the campaign after it.
     *
     * @param message one of those named in {@link AdaptiveProcess}
     * @param subject what it is about: the id of an action or of a source
     */
    public void tell(String campaign, String message, String subject) {
        system.run(() -> runtime.startProcessInstanceByKey(
                FollowUpProcess.KEY,
                campaign,
                Map.of(FollowUpProcess.MESSAGE.name(), message, FollowUpProcess.SUBJECT.name(), subject)));
    }
}
