package dev.convergence.engine.task;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/** Who did a task, and for whom, as history has it. */
public final class TaskAuthorReader {

    /** How the engine says of a task in history that somebody completed it, and that it was not cancelled. */
    public static final String COMPLETED = "completed";

    private static final String FOR = " for ";

    private TaskAuthorReader() {}

    /** For whom the assignee did it; empty where they did it in person. */
    public static Optional<String> onBehalfOf(HistoricTaskInstance task) {
        return Optional.ofNullable(task.getOwner())
                .filter(owner -> task.getAssignee() != null && !owner.equals(task.getAssignee()));
    }

    /** As people say it: {@code b}, or {@code b for a}; empty where nobody is on record. */
    public static String inWords(HistoricTaskInstance task) {
        return inWords(task.getAssignee(), onBehalfOf(task).orElse(null));
    }

    /** @param other for whom; null, or the user, where they acted in person */
    public static String inWords(String user, String other) {
        if (user == null) {
            return "";
        }
        return other == null || other.equals(user) ? user : user + FOR + other;
    }

    /** Everybody of whom such words speak. */
    public static Set<String> peopleIn(String words) {
        return Set.of(words.split(FOR));
    }
}
