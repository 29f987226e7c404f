package dev.convergence.draft;

/**
 * One team's part of a campaign.
 *
 * @param id what models and the matrix know it by
 * @param name what people call it
 * @param instanceId its process instance; the last one where it was run again
 * @param campaignInstanceId the instance at the root, which carries the campaign's facts
 * @param underWay whether its process still runs
 */
record Track(String id, String name, String instanceId, String campaignInstanceId, boolean underWay) {}
