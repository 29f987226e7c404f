package dev.convergence.escalation.wait;

import dev.convergence.context.CampaignContext;
import java.time.LocalDate;
import java.util.Optional;

/** The dates that a campaign's plan gives to its gates and handoffs. */
@FunctionalInterface
public interface PlannedDateReader {

    Optional<LocalDate> of(CampaignContext campaign, String id);
}
