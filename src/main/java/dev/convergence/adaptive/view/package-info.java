/** What people see of an adaptive campaign while it is live: its metrics, thresholds, actions, budgets and sources. */
package dev.convergence.adaptive.view;
