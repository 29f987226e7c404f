/** What capabilities bring to the meetings of a campaign, and what they take from them. */
package dev.convergence.meeting;
