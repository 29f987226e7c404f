package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "seeWhetherSourceActs", reach = Reach.CAMPAIGN, in = SourceWatchProcess.KEY)
class SeeWhetherSourceActsDelegate implements JavaDelegate {

    private final Suspensions suspensions;
    private final SourceOwners owners;
    private final SourceNews news;
    private final CampaignContext.Reader campaigns;

    SeeWhetherSourceActsDelegate(
            Suspensions suspensions, SourceOwners owners, SourceNews news, CampaignContext.Reader campaigns) {
        this.suspensions = suspensions;
        this.owners = owners;
        this.news = news;
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution watch) {
        String campaign = watch.getProcessBusinessKey();
        String source = AdaptiveProcess.SOURCE_ID.get(watch);
        boolean before = SourceWatchProcess.SOURCE_SUSPENDED.find(watch).orElse(false);
        if (before && !suspensions.isSuspended(campaign, source)) {
            news.actsAgain(campaign, source);
        }
        boolean now = suspensions.isToBeAskedFor(campaign, source);
        SourceWatchProcess.SOURCE_SUSPENDED.set(watch, now);
        SourceWatchProcess.SOURCE_OWNER.handOn(watch, owners.owner(source).orElse(null));
        SourceWatchProcess.SOURCE_DUE_AT.handOn(
                watch, now ? owners.due(source, SourceOwners.RELEASE, campaigns.of(watch)) : null);
    }
}
