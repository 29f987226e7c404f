package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.Deadline;
import dev.convergence.escalation.DeadlineCalculator;
import dev.convergence.escalation.wait.StallKind;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applySourcePolicy", reach = BeanReach.CAMPAIGN, in = SourceWatchProcess.KEY)
class ApplySourcePolicyDelegate implements JavaDelegate {

    private final DeadlineCalculator deadlineCalculator;
    private final SourceOwnerResolver owners;
    private final CampaignContext.Reader campaigns;

    ApplySourcePolicyDelegate(
            DeadlineCalculator deadlineCalculator, SourceOwnerResolver owners, CampaignContext.Reader campaigns) {
        this.deadlineCalculator = deadlineCalculator;
        this.owners = owners;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution watch) {
        String source = AdaptiveProcess.SOURCE_ID.get(watch);
        SourceWatchProcess.SOURCE_GROUP.set(watch, owners.group(source, SourceOwnerResolver.BRING_BACK));
        Deadline deadline =
                deadlineCalculator.dueNow(StallKind.SILENT_SOURCE, source, campaigns.of(watch), watch.getVariables());
        SourceWatchProcess.SOURCE_SUSPENDED.set(watch, true);
        SourceWatchProcess.SOURCE_OWNER.handOn(watch, owners.owner(source).orElse(null));
        SourceWatchProcess.DUE_AT.handOn(watch, Date.from(deadline.dueAt()));
        SourceWatchProcess.FIRST_RUNG_AT.handOn(watch, Date.from(deadline.firstRungAt()));
    }
}
