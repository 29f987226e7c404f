package dev.convergence.people;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A filter of Tasklist that groups share.
 *
 * @param priority its place in the list; lower is higher up
 * @param readers the groups that see it
 */
record TaskFilter(String id, String name, String description, int priority, TaskQuery query, List<String> readers) {

    private static final List<Map<String, String>> COLUMNS = List.of(
            column("campaignName", "Campaign"), column("gateName", "Gate"), column("priority", "Campaign priority"));

    private static Map<String, String> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }

    /** How Tasklist shows it: with what each task is about, and kept up to date. */
    Map<String, Object> properties() {
        return Map.of(
                "description",
                description,
                "priority",
                priority,
                "color",
                "#555555",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                COLUMNS);
    }
}
