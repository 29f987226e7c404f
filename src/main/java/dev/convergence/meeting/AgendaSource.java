package dev.convergence.meeting;

import dev.convergence.context.CampaignContext;
import java.time.Instant;
import java.util.List;

/**
 * What one capability puts on the agenda of a sync. It is asked in the transaction in which a sync is due, and when its
 * form is opened: a few queries, however old the campaign is.
 */
public interface AgendaSource {

    /** What has changed later than a moment, in any order. */
    default List<Progress> since(CampaignContext campaign, Instant since) {
        return List.of();
    }

    /** What is in the way now, in any order. */
    default List<Blocker> open(CampaignContext campaign) {
        return List.of();
    }
}
