/**
 * Decision tables as process owners deployed them last: evaluated by the engine ({@link
 * dev.convergence.engine.decision.DecisionTableEvaluator}), evaluated from memory where they are asked so often that the
 * engine would be the bottleneck ({@link dev.convergence.engine.decision.CachedDecisionTableEvaluator}), and read as they
 * are written ({@link dev.convergence.engine.decision.DecisionTableSourceReader}).
 */
package dev.convergence.engine.decision;
