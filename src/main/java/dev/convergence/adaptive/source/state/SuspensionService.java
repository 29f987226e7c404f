package dev.convergence.adaptive.source.state;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the rules of a source may act. Each change is made under the campaign's lock. */
@Component
public class SuspensionService {

    private final AdaptiveCampaignRepository campaigns;
    private final WatchedSourceRepository sources;
    private final Clock clock;

    SuspensionService(AdaptiveCampaignRepository campaigns, WatchedSourceRepository sources, Clock clock) {
        this.campaigns = campaigns;
        this.sources = sources;
        this.clock = clock;
    }

    /** Its rules act no more until it has proved itself, or a person says so. */
    @Transactional
    public void fallSilent(String campaign, String source) {
        campaigns.lock(campaign);
        sources.fallSilent(campaign, source, clock.instant());
    }

    /** Its rules act no more until a person says so. */
    @Transactional
    public void stop(String campaign, String source) {
        suspend(campaign, source, SuspensionReason.STOPPED);
    }

    /** The same, and nobody is asked for that word. */
    @Transactional
    public void keep(String campaign, String source) {
        suspend(campaign, source, SuspensionReason.KEPT);
    }

    /** Its rules act no more in this campaign. */
    @Transactional
    public void retire(String campaign, String source) {
        suspend(campaign, source, SuspensionReason.RETIRED);
    }

    /** What was retired stays so: nobody watches it any more. */
    private void suspend(String campaign, String source, SuspensionReason suspensionReason) {
        campaigns.lock(campaign);
        if (state(campaign, source).filter(WatchedSource::isRetired).isEmpty()) {
            sources.suspend(campaign, source, suspensionReason, clock.instant());
        }
    }

    /**
     * A person's word: its rules act again.
     *
     * @return whether they did not before
     */
    @Transactional
    public boolean release(String campaign, String source) {
        campaigns.lock(campaign);
        boolean suspended = isSuspended(campaign, source);
        if (suspended) {
            sources.release(campaign, source);
        }
        return suspended;
    }

    /** Decides something about a campaign's sources while nobody else does. */
    @Transactional
    public void underLock(String campaign, Runnable work) {
        campaigns.lock(campaign);
        work.run();
    }

    /**
     * Whether somebody is to be asked for the word that lets its rules act again. Under the lock: whoever suspends it
     * either did so before, or finds the watch where it has come to.
     */
    @Transactional
    public boolean isToBeAskedFor(String campaign, String source) {
        campaigns.lock(campaign);
        return state(campaign, source)
                .filter(state ->
                        state.suspension() == SuspensionReason.SILENT || state.suspension() == SuspensionReason.STOPPED)
                .isPresent();
    }

    /** Whether a word would let its rules act again; nothing does so where it was retired. */
    public boolean isSuspended(String campaign, String source) {
        return state(campaign, source)
                .filter(state -> state.isSuspended() && !state.isRetired())
                .isPresent();
    }

    public Optional<WatchedSource> state(String campaign, String source) {
        return sources.find(campaign, source);
    }
}
