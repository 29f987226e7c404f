package dev.convergence.rhythm;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of meeting that come back. */
public enum SyncKind {
    WEEKLY_SYNC("weekly-sync", "Weekly sync"),
    STAND_UP("stand-up", "Stand-up"),
    RETROSPECTIVE("retrospective", "Retrospective"),
    GATE_REVIEW("gate-review", "Gate review");

    private final String id;
    private final String title;

    SyncKind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Optional<SyncKind> withId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** All ids, for those who have to choose among them. */
    static String ids() {
        return Arrays.stream(values()).map(SyncKind::id).collect(Collectors.joining(", "));
    }

    /** What models and decisions call it. */
    public String id() {
        return id;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
