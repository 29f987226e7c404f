/**
 * Whether dates and touchpoints agree, and the conflicts that stand as tasks while they do not. Begin with {@link
 * dev.convergence.campaign.alignment.AlignmentService}.
 */
package dev.convergence.campaign.alignment;
