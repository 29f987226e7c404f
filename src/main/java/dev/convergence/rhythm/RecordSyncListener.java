package dev.convergence.rhythm;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A sync that was held leaves behind what was decided and what it cost. */
@ModelBean(value = "recordSync", reach = Reach.PERSON, in = SyncProcess.KEY)
class RecordSyncListener implements TaskListener {

    private final SyncRecording recording;

    RecordSyncListener(SyncRecording recording) {
        this.recording = recording;
    }

    @Override
    public void notify(DelegateTask task) {
        recording.record(task);
    }
}
