/**
 * The process engine: its configuration here, and below it the adapters through which other rooms use it, a room for each
 * concern. Rooms below depend on each other in one direction: variable, query and identity know no other; deployment may
 * know all. Begin with {@link dev.convergence.engine.EngineConfiguration}.
 */
package dev.convergence.engine;
