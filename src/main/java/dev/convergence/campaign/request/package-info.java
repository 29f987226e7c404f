/**
 * What a campaign was asked to be, and where it is kept: the request, the plan and lists as variables, the key. All other
 * rooms of the campaign rest on it. Begin with {@link dev.convergence.campaign.request.CampaignRequest}.
 */
package dev.convergence.campaign.request;
