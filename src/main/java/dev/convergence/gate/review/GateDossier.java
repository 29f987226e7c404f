package dev.convergence.gate.review;

import java.time.Instant;
import java.util.List;

/**
 * What a gate is decided on.
 *
 * @param version how often the work under review was done
 */
public record GateDossier(int version, List<Item> evidence, List<Advice> advice) {

    /**
     * An item of evidence.
     *
     * @param provided the text and the link, null where nothing was provided
     */
    public record Item(String name, String provided) {}

    /** What a consulted group, or anybody who commented on the review, says. */
    public record Advice(Instant at, String by, String text) {}
}
