package dev.convergence.gate.review;

import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaiverHandler;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A waived gate is passed without a review, with the rationale as its comment. */
@Component
class GateWaiverHandler implements WaiverHandler {

    @Override
    public StallKind kind() {
        return StallKind.STALLED_GATE;
    }

    @Override
    public Map<String, Object> answer(String rationale) {
        return Map.of(
                GateProcess.GATE_OUTCOME.name(), GateOutcome.WAIVED.name(), GateProcess.GATE_COMMENT.name(), rationale);
    }
}
