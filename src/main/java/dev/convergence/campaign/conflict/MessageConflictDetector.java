package dev.convergence.campaign.conflict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two touchpoints that speak of the same subject contradict each other where both state the same fact and do not agree.
 * What one leaves open contradicts nothing; prose is not compared.
 */
final class MessageConflictDetector {

    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_WORDS = 3500;

    private MessageConflictDetector() {}

    /** One conflict for each subject and fact. */
    static List<Conflict> in(List<Touchpoint> touchpoints) {
        Map<String, List<Touchpoint>> bySubject = new LinkedHashMap<>();
        touchpoints.forEach(touchpoint -> bySubject
                .computeIfAbsent(TextNormalizer.of(touchpoint.subject()), subject -> new ArrayList<>())
                .add(touchpoint));
        List<Conflict> conflicts = new ArrayList<>();
        bySubject.values().forEach(same -> facts(same).forEach(fact -> {
            List<Touchpoint> stating = same.stream()
                    .filter(touchpoint -> touchpoint.facts().containsKey(fact))
                    .toList();
            if (disagree(stating, fact)) {
                conflicts.add(conflict(stating, fact));
            }
        }));
        return conflicts;
    }

    private static Set<String> facts(List<Touchpoint> touchpoints) {
        return touchpoints.stream()
                .flatMap(touchpoint -> touchpoint.facts().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean disagree(List<Touchpoint> stating, String fact) {
        return stating.stream().anyMatch(touchpoint -> !touchpoint
                .facts()
                .get(fact)
                .agreesWith(stating.get(0).facts().get(fact)));
    }

    private static Conflict conflict(List<Touchpoint> stating, String fact) {
        List<ConflictPlace> places = stating.stream()
                .map(touchpoint -> ConflictPlace.touchpoint(
                        touchpoint, touchpoint.facts().get(fact).says()))
                .toList();
        String subject = stating.get(0).subject().strip();
        String of = subject.isEmpty() ? "" : " of “" + subject + "”";
        String said = places.stream()
                .map(place -> place.name() + " says “" + shortened(place.says(), LONGEST_QUOTE) + "”")
                .collect(Collectors.joining(", "));
        return new Conflict(
                ConflictKind.MESSAGE.incidentType() + ":" + TextNormalizer.of(subject) + ":" + fact,
                ConflictKind.MESSAGE,
                fact,
                shortened(fact + of + ": " + said, LONGEST_WORDS),
                places);
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
