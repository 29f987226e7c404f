package dev.convergence.meeting;

import java.util.Map;
import java.util.Set;

/** What one capability makes of a meeting. It adds fields of its own to the form on which a sync is recorded. */
public interface SyncFollowUpHandler {

    /** The fields' names. What was answered is not kept with the rhythm: the next sync begins with empty fields. */
    Set<String> fields();

    /**
     * Called in the transaction in which a sync is recorded.
     *
     * @param answers everything that was answered
     * @throws dev.convergence.engine.variable.RefusalException naming the field that makes no sense; the sync stays open
     */
    void held(HeldSync sync, Map<String, Object> answers);
}
