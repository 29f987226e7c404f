package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What happens to a source past the tasks of its watch. */
@Component
public class SourceWorkflow {

    private static final Map<String, Object> RELEASED = Map.of(SourceWatchProcess.SOURCE_SUSPENDED.name(), false);

    private final RuntimeService runtime;

    SourceWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Its rules may act again, by a person's word: whatever its watch asks about is answered. */
    public void sourceReleased(String campaign, String source) {
        tell(campaign, source, AdaptiveProcess.SUSPENSION_CHANGED, RELEASED);
        tell(campaign, source, AdaptiveProcess.SOURCE_HEARD, RELEASED);
    }

    /** Its rules were stopped by a person: its watch asks when they may act again. A silence goes on: nothing was heard. */
    public void sourceSuspended(String campaign, String source) {
        tell(campaign, source, AdaptiveProcess.SUSPENSION_CHANGED, Map.of());
    }

    /** A source that is watched no more has nobody who listens. */
    private void tell(String campaign, String source, String message, Map<String, Object> news) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(campaign)
                .processInstanceVariableEquals(AdaptiveProcess.SOURCE_ID.name(), source)
                .setVariables(news)
                .correlateAll();
    }
}
