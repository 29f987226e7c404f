/**
 * What is deployed, and what keeps a deployment out: the shipped models, the deployment rules of all rooms, models without
 * code of their own. May know every other room of the engine. Begin with {@link
 * dev.convergence.engine.deployment.CheckingDeployer}.
 */
package dev.convergence.engine.deployment;
