package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.source.SourceWatchProcess;
import dev.convergence.escalation.wait.StallKind;
import dev.convergence.escalation.wait.WaiverHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A silent source that is waived is retired for its campaign, with the rationale as the comment. */
@Component
class SourceWaiverHandler implements WaiverHandler {

    @Override
    public StallKind kind() {
        return StallKind.SILENT_SOURCE;
    }

    @Override
    public Map<String, Object> answer(String rationale) {
        return Map.of(
                SourceWatchProcess.SOURCE_ANSWER.name(),
                SilenceAnswer.RETIRED.name(),
                SourceWatchProcess.SOURCE_COMMENT.name(),
                rationale);
    }
}
