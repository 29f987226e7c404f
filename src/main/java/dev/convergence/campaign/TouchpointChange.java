package dev.convergence.campaign;

import java.util.List;

/**
 * The touchpoints as they are after a change.
 *
 * @param conflicts what the change brings into conflict, and which conflicts it ends
 */
record TouchpointChange(List<CampaignRequest.Touchpoint> touchpoints, ConflictChange conflicts) {}
