package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "applyCheckPolicy", reach = BeanReach.CAMPAIGN, in = SourceCheckProcess.KEY)
class ApplyCheckPolicyDelegate implements JavaDelegate {

    private final SourceOwnerResolver owners;
    private final SourceNotifier news;
    private final CampaignContext.Reader campaigns;

    ApplyCheckPolicyDelegate(SourceOwnerResolver owners, SourceNotifier news, CampaignContext.Reader campaigns) {
        this.owners = owners;
        this.news = news;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution check) {
        String source = AdaptiveProcess.SOURCE_ID.get(check);
        SourceWatchProcess.SOURCE_OWNER.handOn(check, owners.owner(source).orElse(null));
        SourceWatchProcess.SOURCE_DUE_AT.handOn(
                check, owners.due(source, SourceOwnerResolver.CHECK, campaigns.of(check)));
        news.doubted(check.getProcessBusinessKey(), source);
    }
}
