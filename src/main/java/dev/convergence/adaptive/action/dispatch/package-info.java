/**
 * Tells platforms what was decided, and puts right what they did not hear. Begin with {@link
 * dev.convergence.adaptive.action.dispatch.PlatformDispatcher}.
 */
package dev.convergence.adaptive.action.dispatch;
