package dev.convergence.milestone;

import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaiverHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A waived milestone counts as reached, with the rationale as its comment. */
@Component
class MilestoneWaiverHandler implements WaiverHandler {

    @Override
    public StallKind kind() {
        return StallKind.MISSED_MILESTONE;
    }

    @Override
    public Map<String, Object> answer(String rationale) {
        return Map.of(
                MilestoneProcess.ACTION.name(),
                MilestoneAction.REACHED.name(),
                MilestoneProcess.COMMENT.name(),
                rationale);
    }
}
