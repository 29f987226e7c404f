/** Who was told what, and when; by mail, in a chat, and other systems by webhooks. */
package dev.convergence.notification;
