/**
 * What stays of campaigns that are over, and for how long: their record for reports, and the removal of all else that
 * belongs to them. Begin with {@link dev.convergence.retention.OwnTableCatalog}, which says of each table of ours how it
 * shrinks, and {@link dev.convergence.retention.CampaignRemovalService}. Knows the engine; others add to the record by a {@link
 * dev.convergence.retention.CampaignRecordContributor}.
 */
package dev.convergence.retention;
