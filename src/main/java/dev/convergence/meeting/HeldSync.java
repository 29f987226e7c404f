package dev.convergence.meeting;

import dev.convergence.context.CampaignContext;
import java.time.Instant;

/**
 * A sync that was just recorded.
 *
 * @param kind its id, as the decision {@code sync-cadence} has it
 * @param name what people call it: {@code Retrospective: 5 Mar 2027}
 * @param at when it was due
 * @param heldBy the user who recorded it; null where none is known
 */
public record HeldSync(CampaignContext campaign, String kind, String name, Instant at, String heldBy) {}
