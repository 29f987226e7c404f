/**
 * The lists of extensions in the engine's configuration, each of which is null until one is set.
 */
package dev.convergence.engine.plugin;
