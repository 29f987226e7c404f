package dev.convergence.campaign.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for entries that wait for each other. */
final class DependencyCycleDetector {

    private final Map<String, PlanEntry> entries;
    private final Set<String> cleared = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    DependencyCycleDetector(List<PlanEntry> entries) {
        this.entries = entries.stream().collect(Collectors.toMap(PlanEntry::id, Function.identity()));
    }

    /** The ids of a circle, the first one repeated at its end. */
    Optional<List<String>> find() {
        return entries.keySet().stream()
                .sorted()
                .map(this::from)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<String> from(String id) {
        if (path.contains(id)) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
            circle.add(id);
            return circle;
        }
        return cleared.add(id) ? along(id) : null;
    }

    private List<String> along(String id) {
        path.add(id);
        for (String next : entries.get(id).dependsOn()) {
            List<String> circle = from(next);
            if (circle != null) {
                return circle;
            }
        }
        path.remove(path.size() - 1);
        return null;
    }
}
