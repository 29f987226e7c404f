package dev.convergence.gate;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The four checks of a convergence gate. One that was answered with no refuses the launch. */
final class ConvergenceChecks {

    private static final Map<String, String> CHECKS = new java.util.TreeMap<>(Map.of(
            "contentReady", "content",
            "targetingReady", "targeting",
            "channelsReady", "channels",
            "timingReady", "timing"));

    private ConvergenceChecks() {}

    /** The names of the checks that were answered with no. */
    static Set<String> unmet(Map<String, ?> answers) {
        Set<String> unmet = new LinkedHashSet<>();
        CHECKS.forEach((variable, name) -> {
            if (Boolean.FALSE.equals(answers.get(variable))) {
                unmet.add(name);
            }
        });
        return unmet;
    }
}
