/** Bounds on the FEEL of decisions: the engine can neither limit nor interrupt it, so what could run away is refused. */
package dev.convergence.engine.feel;
