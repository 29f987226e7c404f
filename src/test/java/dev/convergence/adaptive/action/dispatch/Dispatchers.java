package dev.convergence.adaptive.action.dispatch;

import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.platform.AdPlatform;

/** A dispatcher to an ad platform of a test's own. */
public final class Dispatchers {

    private Dispatchers() {}

    public static PlatformDispatcher to(
            AdPlatform ads,
            AdaptiveCampaignRepository campaigns,
            LedgerRepository entries,
            LedgerEntryWriter writer,
            DispatchAttemptRecorder attempts) {
        return new PlatformDispatcher(campaigns, entries, writer, attempts, ads, null, null);
    }
}
