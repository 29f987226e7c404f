package dev.convergence.campaign.touchpoint;

import dev.convergence.campaign.alignment.ConflictChange;
import dev.convergence.campaign.request.CampaignRequest;
import java.util.List;

/**
 * The touchpoints as they are after a change.
 *
 * @param conflicts what the change brings into conflict, and which conflicts it ends
 */
public record TouchpointChange(List<CampaignRequest.Touchpoint> touchpoints, ConflictChange conflicts) {}
