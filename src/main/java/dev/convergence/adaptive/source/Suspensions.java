package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveCampaigns;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the rules of a source may act. Each change is made under the campaign's lock. */
@Component
class Suspensions {

    private final AdaptiveCampaigns campaigns;
    private final WatchedSources sources;
    private final Clock clock;

    Suspensions(AdaptiveCampaigns campaigns, WatchedSources sources, Clock clock) {
        this.campaigns = campaigns;
        this.sources = sources;
        this.clock = clock;
    }

    /** Its rules act no more until it has proved itself, or a person says so. */
    @Transactional
    void fallSilent(String campaign, String source) {
        campaigns.lock(campaign);
        sources.fallSilent(campaign, source, clock.instant());
    }

    /** Its rules act no more until a person says so. */
    @Transactional
    void stop(String campaign, String source) {
        suspend(campaign, source, Suspension.STOPPED);
    }

    /** The same, and nobody is asked for that word. */
    @Transactional
    void keep(String campaign, String source) {
        suspend(campaign, source, Suspension.KEPT);
    }

    /** Its rules act no more in this campaign. */
    @Transactional
    void retire(String campaign, String source) {
        suspend(campaign, source, Suspension.RETIRED);
    }

    private void suspend(String campaign, String source, Suspension suspension) {
        campaigns.lock(campaign);
        sources.suspend(campaign, source, suspension, clock.instant());
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

    /**
     * Whether somebody is to be asked for the word that lets its rules act again. Under the lock: whoever suspends it
     * either did so before, or finds the watch where it has come to.
     */
    @Transactional
    boolean isToBeAskedFor(String campaign, String source) {
        campaigns.lock(campaign);
        return state(campaign, source)
                .filter(state -> state.suspension() == Suspension.SILENT || state.suspension() == Suspension.STOPPED)
                .isPresent();
    }

    /** Whether a word would let its rules act again; nothing does so where it was retired. */
    boolean isSuspended(String campaign, String source) {
        return state(campaign, source)
                .filter(state -> state.isSuspended() && !state.isRetired())
                .isPresent();
    }

    Optional<WatchedSource> state(String campaign, String source) {
        return sources.find(campaign, source);
    }
}
