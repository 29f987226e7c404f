package dev.convergence.draft;

import java.io.Serializable;

/**
 * Who shares or acknowledges.
 *
 * @param onBehalfOf in whose name; null where they do so in person
 */
record Sharer(String user, String onBehalfOf) implements Serializable {}
