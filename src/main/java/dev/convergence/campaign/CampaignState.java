package dev.convergence.campaign;

/** How far a campaign is. */
enum CampaignState {
    PLANNING,
    CONVERGING,
    LAUNCHED,
    CLOSED,
    CANCELLED
}
