package dev.convergence.draft;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Names a track's tasks after the activity that calls this process; the track keeps that name. */
@ModelBean(value = "labelDraft", reach = BeanReach.CAMPAIGN, in = TrackProcess.KEY)
class LabelDraftListener implements TaskListener {

    private final CampaignContext.Reader campaigns;

    LabelDraftListener(CampaignContext.Reader campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        String name = TrackProcess.TRACK_NAME.find(task).orElseGet(() -> named(task));
        CampaignContext.NAME.setLocal(task, campaigns.of(task.getExecution()).name());
        task.setName(CallActivityNameReader.label(task, name));
    }

    private static String named(DelegateTask task) {
        String name = CallActivityNameReader.of(task, TrackProcess.TRACK_ID.get(task));
        TrackProcess.TRACK_NAME.set(task.getExecution(), name);
        return name;
    }
}
