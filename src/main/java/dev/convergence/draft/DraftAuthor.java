package dev.convergence.draft;

import java.io.Serializable;

/**
 * Who shares or acknowledges.
 *
 * @param onBehalfOf in whose name; null where they do so in person
 */
record DraftAuthor(String user, String onBehalfOf) implements Serializable {}
