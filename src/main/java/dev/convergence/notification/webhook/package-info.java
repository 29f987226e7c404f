/**
 * Events, and the webhooks that tell other systems of them by signed calls. Begin with {@link
 * dev.convergence.notification.webhook.EventPublisher}.
 */
package dev.convergence.notification.webhook;
