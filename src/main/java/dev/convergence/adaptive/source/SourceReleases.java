package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.Forbidden;
import dev.convergence.problem.NotFound;
import dev.convergence.problem.TooLate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's word that a source may act again. */
@Component
class SourceReleases {

    private final AdaptiveCampaigns campaigns;
    private final Suspensions suspensions;
    private final SourceOwners owners;
    private final SourceWorkflow workflow;
    private final SourceNews news;

    SourceReleases(
            AdaptiveCampaigns campaigns,
            Suspensions suspensions,
            SourceOwners owners,
            SourceWorkflow workflow,
            SourceNews news) {
        this.campaigns = campaigns;
        this.suspensions = suspensions;
        this.owners = owners;
        this.workflow = workflow;
        this.news = news;
    }

    /** @throws Forbidden for everybody who neither owns the source nor is responsible for releasing it */
    void requireOwner(String source, CurrentUser user) {
        Set<String> groups = owners.groups(source, SourceOwners.RELEASE);
        if (groups.stream().noneMatch(user::isIn)) {
            throw new Forbidden("members of " + String.join(", ", groups));
        }
    }

    /**
     * Lets the rules of a source act again, and answers whatever is asked about it.
     *
     * @throws NotFound where the campaign has no such source
     * @throws TooLate where it is not suspended, or was retired, or the campaign is over
     */
    @Transactional
    WatchedSource release(String campaign, String source, String by, String why) {
        AdaptiveCampaign live = campaigns.lock(campaign).orElseThrow(() -> new NotFound("Adaptive campaign", campaign));
        WatchedSource state = suspensions
                .state(campaign, source)
                .orElseThrow(() -> new NotFound("Source " + source + " of campaign", campaign));
        if (!live.isLive()) {
            throw new TooLate("Campaign " + campaign + " is over.");
        }
        if (state.isRetired()) {
            throw new TooLate("Source " + source + " was retired for this campaign.");
        }
        if (!suspensions.release(campaign, source)) {
            throw new TooLate("Source " + source + " is not suspended.");
        }
        news.released(campaign, source, by, why);
        workflow.sourceReleased(campaign, source);
        return suspensions.state(campaign, source).orElse(state);
    }

    boolean isOver(String campaign, String source) {
        return !suspensions.isSuspended(campaign, source);
    }
}
