/** What contradicts itself in a campaign: dates in the wrong order, touchpoints that do not say the same. */
package dev.convergence.campaign.conflict;
