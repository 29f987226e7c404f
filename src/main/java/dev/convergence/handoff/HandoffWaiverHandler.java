package dev.convergence.handoff;

import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaiverHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A waived handoff counts as accepted, with the rationale as its comment. */
@Component
class HandoffWaiverHandler implements WaiverHandler {

    @Override
    public StallKind kind() {
        return StallKind.DROPPED_HANDOFF;
    }

    @Override
    public Map<String, Object> answer(String rationale) {
        return Map.of(HandoffProcess.HANDOFF_ACCEPTED.name(), true, HandoffProcess.HANDOFF_COMMENT.name(), rationale);
    }
}
