package dev.convergence.notification;

/**
 * Somebody who can be reached by mail.
 *
 * @param id the user id
 */
record Person(String id, String name, String address) {}
