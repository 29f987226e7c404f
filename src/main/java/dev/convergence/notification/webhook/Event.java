package dev.convergence.notification.webhook;

import java.time.Instant;

/**
 * Something that happened, for other systems.
 *
 * @param type one of {@link EventTypeCatalog}
 * @param campaign the campaign key
 * @param about the id of the gate, handoff or planned entry; null where it is the campaign itself
 * @param data JSON
 */
record Event(String id, String type, Instant at, String campaign, String about, String data) {}
