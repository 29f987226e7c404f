package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "seeWhetherSourceActs", reach = BeanReach.CAMPAIGN, in = SourceWatchProcess.KEY)
class SeeWhetherSourceActsDelegate implements JavaDelegate {

    private final SuspensionService suspensionService;
    private final SourceOwnerResolver owners;
    private final SourceNotifier news;
    private final CampaignContext.Reader campaigns;

    SeeWhetherSourceActsDelegate(
            SuspensionService suspensionService,
            SourceOwnerResolver owners,
            SourceNotifier news,
            CampaignContext.Reader campaigns) {
        this.suspensionService = suspensionService;
        this.owners = owners;
        this.news = news;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution watch) {
        String campaign = watch.getProcessBusinessKey();
        String source = AdaptiveProcess.SOURCE_ID.get(watch);
        boolean before = SourceWatchProcess.SOURCE_SUSPENDED.find(watch).orElse(false);
        if (before && !suspensionService.isSuspended(campaign, source)) {
            news.actsAgain(campaign, source);
        }
        boolean now = suspensionService.isToBeAskedFor(campaign, source);
        SourceWatchProcess.SOURCE_SUSPENDED.set(watch, now);
        SourceWatchProcess.SOURCE_OWNER.handOn(watch, owners.owner(source).orElse(null));
        SourceWatchProcess.SOURCE_DUE_AT.handOn(
                watch, now ? owners.due(source, SourceOwnerResolver.RELEASE, campaigns.of(watch)) : null);
    }
}
