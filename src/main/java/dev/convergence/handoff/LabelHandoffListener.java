package dev.convergence.handoff;

import dev.convergence.engine.CallerName;
import dev.convergence.engine.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names both tasks of a handoff after the activity that calls this process. */
@ModelBean("labelHandoff")
class LabelHandoffListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        String id = HandoffProcess.HANDOFF_ID.get(task);
        String name = HandoffProcess.HANDOFF_NAME.find(task).orElseGet(() -> CallerName.of(task, id));
        HandoffProcess.HANDOFF_ID.setLocal(task, id);
        HandoffProcess.HANDOFF_NAME.setLocal(task, name);
        task.setName(CallerName.label(task, name));
    }
}
