/**
 * For whom the engine acts, and what they may read: the caller, the application itself, where an instance comes from,
 * groups and users, and the authorizations of lists. Begin with {@link
 * dev.convergence.engine.identity.SystemAuthority} and {@link dev.convergence.engine.identity.Caller}.
 */
package dev.convergence.engine.identity;
