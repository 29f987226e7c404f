package dev.convergence.rhythm;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A sync that was held leaves behind what was decided and what it cost. */
@ModelBean(value = "recordSync", reach = BeanReach.PERSON, in = SyncProcess.KEY)
class RecordSyncListener implements TaskListener {

    private final SyncRecordService recording;

    RecordSyncListener(SyncRecordService recording) {
        this.recording = recording;
    }

    @Override
    public void notify(DelegateTask task) {
        recording.record(task);
    }
}
