package dev.convergence.campaign.alignment;

import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.ProcessVariable;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;

/** Lets a conflict's task say what is in conflict, also once it is settled, and raises the incident that shows it. */
@ModelBean(value = "labelConflict", reach = BeanReach.CAMPAIGN, in = CampaignProcess.KEY)
class LabelConflictListener implements TaskListener {

    private static final int LONGEST_NAME = 250;
    private static final List<ProcessVariable<String>> RECORD = List.of(
            CampaignProcess.CONFLICT_KEY,
            CampaignProcess.CONFLICT_KIND,
            CampaignProcess.CONFLICT_ABOUT,
            CampaignProcess.CONFLICT_OWNERS,
            CampaignProcess.CONFLICT_MESSAGE);

    @Override
    public void notify(DelegateTask task) {
        RECORD.forEach(text -> text.setLocal(task, text.get(task)));
        String places = CampaignProcess.CONFLICT_PLACES.get(task);
        task.setVariableLocal(
                CampaignProcess.CONFLICT_PLACES.name(),
                SpinValues.jsonValue(places).create());
        CampaignContext.NAME.find(task).ifPresent(campaign -> CampaignContext.NAME.setLocal(task, campaign));
        String words = CampaignProcess.CONFLICT_MESSAGE.get(task);
        String name = task.getName() + ": " + words;
        task.setName(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name);
        ConflictKind kind = ConflictKind.of(CampaignProcess.CONFLICT_KIND.get(task));
        String incident = task.getExecution()
                .createIncident(kind.incidentType(), task.getId(), kind.withRemedy(words))
                .getId();
        CampaignProcess.CONFLICT_INCIDENT.setLocal(task, incident);
    }
}
