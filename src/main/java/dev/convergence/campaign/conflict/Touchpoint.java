package dev.convergence.campaign.conflict;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a place that speaks to the public claims, and when.
 *
 * @param owner the group that sees to it
 * @param subject what it speaks of; empty for the campaign itself
 * @param facts what it states, by the name of the fact; what it leaves open is not there
 * @param goLive null where no day is known
 * @param dependsOn ids of the plan's entries that have to be done before it goes live
 */
public record Touchpoint(
        String id,
        String owner,
        String subject,
        Map<String, TouchpointStatement> facts,
        LocalDate goLive,
        List<String> dependsOn) {

    public Touchpoint {
        subject = subject == null ? "" : subject;
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        dependsOn = List.copyOf(dependsOn);
    }

    /** The name of the fact that a claim states. */
    public static String claim(String name) {
        return "claims." + TextNormalizer.of(name);
    }
}
