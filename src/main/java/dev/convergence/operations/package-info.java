/**
 * Running the application: what a production start must be given, where HTTP sessions live, which time zone the process
 * keeps. Nothing here knows a campaign.
 */
package dev.convergence.operations;
