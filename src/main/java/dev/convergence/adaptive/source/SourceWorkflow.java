package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What happens to a source past the tasks of its watch. */
@Component
class SourceWorkflow {

    private final RuntimeService runtime;

    SourceWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Its rules may act again, by a person's word: whatever its watch asks about is answered. */
    void sourceReleased(String campaign, String source) {
        correlate(campaign, source, false);
    }

    /** Its rules were stopped by a person: its watch asks when they may act again. */
    void sourceSuspended(String campaign, String source) {
        correlate(campaign, source, true);
    }

    /** A source that is watched no more has nobody who listens. */
    private void correlate(String campaign, String source, boolean suspended) {
        runtime.createMessageCorrelation(AdaptiveProcess.SOURCE_HEARD)
                .processInstanceBusinessKey(campaign)
                .processInstanceVariableEquals(AdaptiveProcess.SOURCE_ID.name(), source)
                .setVariable(SourceWatchProcess.SOURCE_SUSPENDED.name(), suspended)
                .correlateAll();
    }
}
