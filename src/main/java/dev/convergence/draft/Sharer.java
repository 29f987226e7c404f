package dev.convergence.draft;

/**
 * Who shares or acknowledges.
 *
 * @param onBehalfOf in whose name; null where they do so in person
 */
record Sharer(String user, String onBehalfOf) {}
