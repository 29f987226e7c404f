/**
 * What every form shows beside its own fields. Begin with {@link dev.convergence.campaign.dossier.Dossier}; other rooms
 * add a section by {@link dev.convergence.context.DossierSection}.
 */
package dev.convergence.campaign.dossier;
