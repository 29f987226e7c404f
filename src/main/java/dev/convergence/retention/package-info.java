/**
 * What stays of campaigns that are over, and for how long: their record for reports, and the removal of all else that
 * belongs to them. Begin with {@link dev.convergence.retention.OwnTables}, which says of each table of ours how it
 * shrinks, and {@link dev.convergence.retention.CampaignRemoval}. Knows the engine; others add to the record by a {@link
 * dev.convergence.retention.CampaignRecordPart}.
 */
package dev.convergence.retention;
