package dev.convergence.campaign.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What entries have to keep to before they are a plan. */
final class PlanValidator {

    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_WHAT = 255;
    private static final int LONGEST_GROUP = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");

    private final List<PlanEntry> entries;
    private final Map<String, Integer> places = new HashMap<>();

    private PlanValidator(List<PlanEntry> entries) {
        this.entries = entries;
    }

    static void check(List<PlanEntry> entries) {
        if (entries == null) {
            throw new InvalidPlanException("plan", "is missing");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new InvalidPlanException("plan", "has more than " + MOST_ENTRIES + " entries");
        }
        new PlanValidator(entries).check();
    }

    private void check() {
        for (int i = 0; i < entries.size(); i++) {
            checkEntry("plan[" + i + "]", i);
        }
        for (int i = 0; i < entries.size(); i++) {
            checkDependencies("plan[" + i + "].dependsOn", entries.get(i).dependsOn());
        }
        new DependencyCycleDetector(entries).find().ifPresent(cycle -> {
            String field = "plan[" + places.get(cycle.get(0)) + "].dependsOn";
            throw new InvalidPlanException(field, "goes round in a circle: " + String.join(" → ", cycle));
        });
    }

    private void checkEntry(String field, int place) {
        PlanEntry entry = entries.get(place);
        if (entry == null) {
            throw new InvalidPlanException(field, "is missing");
        }
        checkId(field + ".id", entry.id());
        checkLength(field + ".what", entry.what(), LONGEST_WHAT);
        checkLength(field + ".group", entry.group(), LONGEST_GROUP);
        if (entry.due() == null) {
            throw new InvalidPlanException(field + ".due", "is missing");
        }
        Integer other = places.putIfAbsent(entry.id(), place);
        if (other != null) {
            throw new InvalidPlanException(field + ".id", "repeats '" + entry.id() + "' of plan[" + other + "]");
        }
    }

    private static void checkId(String field, String id) {
        if (id == null || id.isBlank()) {
            throw new InvalidPlanException(field, "is missing");
        }
        checkLength(field, id, LONGEST_ID);
        if (!ID.matcher(id).matches()) {
            throw new InvalidPlanException(field, "may hold letters, digits, dots, dashes and underscores only");
        }
    }

    private static void checkLength(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidPlanException(field, "is longer than " + longest + " characters");
        }
    }

    private void checkDependencies(String field, List<String> dependsOn) {
        for (int i = 0; i < dependsOn.size(); i++) {
            String id = dependsOn.get(i);
            if (!places.containsKey(id)) {
                throw new InvalidPlanException(
                        field + "[" + i + "]", "names '" + id + "', which the plan does not have");
            }
        }
    }
}
