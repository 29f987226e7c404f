package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.source.SourceNotifier;
import dev.convergence.adaptive.source.SourceOwnerResolver;
import dev.convergence.adaptive.source.SourceWorkflow;
import dev.convergence.adaptive.source.state.SuspensionService;
import dev.convergence.adaptive.source.state.WatchedSource;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.NotFoundException;
import dev.convergence.problem.TooLateException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's word that a source may act again. */
@Component
class SourceReleaseService {

    private final AdaptiveCampaignRepository campaigns;
    private final SuspensionService suspensionService;
    private final SourceOwnerResolver owners;
    private final SourceWorkflow workflow;
    private final SourceNotifier news;

    SourceReleaseService(
            AdaptiveCampaignRepository campaigns,
            SuspensionService suspensionService,
            SourceOwnerResolver owners,
            SourceWorkflow workflow,
            SourceNotifier news) {
        this.campaigns = campaigns;
        this.suspensionService = suspensionService;
        this.owners = owners;
        this.workflow = workflow;
        this.news = news;
    }

    /** @throws Forbidden for everybody who neither owns the source nor is responsible for releasing it */
    void requireOwner(String source, CurrentUser user) {
        Set<String> groups = owners.groups(source, SourceOwnerResolver.RELEASE);
        if (groups.stream().noneMatch(user::isIn)) {
            throw new ForbiddenException("members of " + String.join(", ", groups));
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
        AdaptiveCampaign live =
                campaigns.lock(campaign).orElseThrow(() -> new NotFoundException("Adaptive campaign", campaign));
        WatchedSource state = suspensionService
                .state(campaign, source)
                .orElseThrow(() -> new NotFoundException("Source " + source + " of campaign", campaign));
        if (!live.isLive()) {
            throw new TooLateException("Campaign " + campaign + " is over.");
        }
        if (state.isRetired()) {
            throw new TooLateException("Source " + source + " was retired for this campaign.");
        }
        if (!suspensionService.release(campaign, source)) {
            throw new TooLateException("Source " + source + " is not suspended.");
        }
        news.released(campaign, source, by, why);
        workflow.sourceReleased(campaign, source);
        return suspensionService.state(campaign, source).orElse(state);
    }

    boolean isOver(String campaign, String source) {
        return !suspensionService.isSuspended(campaign, source);
    }
}
