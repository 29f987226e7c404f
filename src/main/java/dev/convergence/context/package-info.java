/**
 * What every block knows of the campaign that it works for: its key and name ({@link
 * dev.convergence.context.CampaignContext}), its lock, what its caller passed, and the section that a block adds to the
 * dossier on every form ({@link dev.convergence.context.DossierSection}). Knows the engine's adapters alone.
 */
package dev.convergence.context;
