package dev.convergence.gate.review;

import java.util.List;

/**
 * Something that must be there before a gate can be approved.
 *
 * @param item its id
 * @param name what it is, in words
 * @param fields the form fields of which any one provides it
 */
record EvidenceItem(String item, String name, List<String> fields) {}
