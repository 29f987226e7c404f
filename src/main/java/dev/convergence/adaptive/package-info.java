/** Campaigns that act on metrics while they run: readings come in, rules decide, actions follow within bounds. */
package dev.convergence.adaptive;
