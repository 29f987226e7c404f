package dev.convergence.campaign.request;

/** How far a campaign is. */
public enum CampaignState {
    PLANNING,
    CONVERGING,
    LAUNCHED,
    CLOSED,
    CANCELLED
}
