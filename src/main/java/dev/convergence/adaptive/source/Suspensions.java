package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaigns;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the rules of a source may act. Each change is made under the campaign's lock. */
@Component
public class Suspensions {

    private final AdaptiveCampaigns campaigns;
    private final SourceTable sources;
    private final Clock clock;

    Suspensions(AdaptiveCampaigns campaigns, SourceTable sources, Clock clock) {
        this.campaigns = campaigns;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Lets a source act again that has sent enough good readings. What a person has stopped, no rule starts.
     *
     * @return whether it acts again from now on
     */
    @Transactional
    public boolean releaseByRule(String campaign, String source) {
        campaigns.lock(campaign);
        boolean silent = sources.find(campaign, source)
                .filter(state -> state.suspension() == Suspension.SILENT)
                .isPresent();
        if (silent) {
            sources.release(campaign, source);
        }
        return silent;
    }

    /** Its rules act no more until it has proved itself, or a person says so. */
    @Transactional
    void fallSilent(String campaign, String source) {
        campaigns.lock(campaign);
        sources.fallSilent(campaign, source, clock.instant());
    }

    /** Its rules act no more until a person says so. */
    @Transactional
    void keep(String campaign, String source) {
        campaigns.lock(campaign);
        sources.suspend(campaign, source, Suspension.KEPT, clock.instant());
    }

    /** Its rules act no more in this campaign. */
    @Transactional
    void retire(String campaign, String source) {
        campaigns.lock(campaign);
        sources.suspend(campaign, source, Suspension.RETIRED, clock.instant());
    }

    /**
     * A person's word: its rules act again.
     *
     * @return whether they did not before
     */
    @Transactional
    boolean release(String campaign, String source) {
        campaigns.lock(campaign);
        boolean suspended = isSuspended(campaign, source);
        if (suspended) {
            sources.release(campaign, source);
        }
        return suspended;
    }

    /** Decides something about a campaign's sources while nobody else does. */
    @Transactional
    void underLock(String campaign, Runnable work) {
        campaigns.lock(campaign);
        work.run();
    }

    /** Whether its rules wait for a word; those of a source that was retired wait for nothing. */
    boolean isSuspended(String campaign, String source) {
        return state(campaign, source)
                .filter(state -> state.isSuspended() && !state.isRetired())
                .isPresent();
    }

    Optional<SourceState> state(String campaign, String source) {
        return sources.find(campaign, source);
    }
}
