package dev.convergence.rhythm;

import dev.convergence.engine.variable.RefusalException;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Which kind of sync a running process is. */
final class SyncKindResolver {

    private SyncKindResolver() {}

    /**
     * The kind that the caller passed; a weekly sync where it passed none.
     *
     * @throws Refusal where there is no such kind
     */
    static SyncKind of(VariableScope rhythm) {
        return SyncProcess.SYNC_KIND.find(rhythm).map(SyncKindResolver::named).orElse(SyncKind.WEEKLY_SYNC);
    }

    private static SyncKind named(String id) {
        return SyncKind.withId(id)
                .orElseThrow(() -> new RefusalException(
                        SyncProcess.SYNC_KIND.name(), "is '" + id + "', but must be one of " + SyncKind.ids()));
    }
}
