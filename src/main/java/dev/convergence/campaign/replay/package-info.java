/** Launches of the past: their plans as files, and what moving their dates as recorded does to a plan of ours. */
package dev.convergence.campaign.replay;
