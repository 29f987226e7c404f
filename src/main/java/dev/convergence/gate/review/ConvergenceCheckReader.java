package dev.convergence.gate.review;

import dev.convergence.engine.variable.RefusalException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The four checks of a convergence gate. One that was answered with no refuses the launch. */
final class ConvergenceCheckReader {

    private static final Map<String, String> CHECKS = new TreeMap<>(Map.of(
            "contentReady", "content",
            "targetingReady", "targeting",
            "channelsReady", "channels",
            "timingReady", "timing"));

    private ConvergenceCheckReader() {}

    /**
     * Answers by the names of the checks, as the review's variables.
     *
     * @throws Refusal where there is no check of that name
     */
    static Map<String, Boolean> answers(Map<String, Boolean> byName) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        byName.forEach((name, met) -> answers.put(variable(name), met));
        return answers;
    }

    private static String variable(String name) {
        return CHECKS.entrySet().stream()
                .filter(check -> check.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        new RefusalException("checks", "knows no check " + name + ": they are " + CHECKS.values()));
    }

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
