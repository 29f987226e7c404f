/**
 * The dates of all campaigns as a calendar that people subscribe to. The engine knows what is due now; a table of ours
 * knows what calendars were told before, and so what moved.
 */
package dev.convergence.feed;
