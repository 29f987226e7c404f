package dev.convergence.feed;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a date is known by for as long as it is the same date: that of a gate also when the gate is sent back. */
final class EntryUidGenerator {

    private static final String SEPARATOR = "/";

    private EntryUidGenerator() {}

    /** @param element what the date belongs to within the campaign: a gate's or a milestone's id, one sync of many */
    static String of(String campaign, EntryKind kind, String element) {
        String name = String.join(SEPARATOR, campaign, kind.word(), element);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
