/**
 * What all channels share: messages and batches, their delivery by jobs of the engine, few at once to each target, and
 * which addresses may be called. Knows no channel. Begin with {@link
 * dev.convergence.notification.delivery.BatchSender}.
 */
package dev.convergence.notification.delivery;
