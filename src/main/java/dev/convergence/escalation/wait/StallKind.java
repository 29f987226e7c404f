package dev.convergence.escalation.wait;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of wait that can stall, each with the incident type under which Cockpit shows it. */
public enum StallKind {
    STALLED_GATE("stalledGate", "Gate", "userTask_reviewGate", "gateId", "gateName", "accountable"),
    DROPPED_HANDOFF("droppedHandoff", "Handoff", "userTask_acceptHandoff", "handoffId", "handoffName", "handoffTo"),
    MISSED_MILESTONE(
            "missedMilestone", "Milestone", "userTask_reachMilestone", "milestoneId", "milestoneName", "accountable"),
    SILENT_SOURCE("silentSource", "Source", "userTask_bringSourceBack", "sourceId", "sourceName", "sourceGroup");

    private final String incidentType;
    private final String noun;
    private final String taskKey;
    private final String idVariable;
    private final String nameVariable;
    private final String groupVariable;

    StallKind(
            String incidentType,
            String noun,
            String taskKey,
            String idVariable,
            String nameVariable,
            String groupVariable) {
        this.incidentType = incidentType;
        this.noun = noun;
        this.taskKey = taskKey;
        this.idVariable = idVariable;
        this.nameVariable = nameVariable;
        this.groupVariable = groupVariable;
    }

    public static StallKind ofIncidentType(String incidentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.incidentType.equals(incidentType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of stall is called " + incidentType));
    }

    public static StallKind ofTask(String taskKey) {
        return Arrays.stream(values())
                .filter(kind -> kind.taskKey.equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stall hangs on the task " + taskKey));
    }

    /** Whether a wait that can stall hangs on this task. */
    public static boolean isAnyTask(String taskKey) {
        return Arrays.stream(values()).anyMatch(kind -> kind.taskKey.equals(taskKey));
    }

    /** Whether a person answers, whose response time is measured. */
    public boolean isAnswered() {
        return this == STALLED_GATE || this == DROPPED_HANDOFF;
    }

    public String incidentType() {
        return incidentType;
    }

    /** What the wait is called in a sentence. */
    public String noun() {
        return noun;
    }

    /** What the wait is called in figures. */
    public String word() {
        return noun.toLowerCase(Locale.ROOT);
    }

    /** The user task that waits. */
    public String taskKey() {
        return taskKey;
    }

    /** The block's variable that holds the id of the gate, handoff, milestone or source. */
    public String idVariable() {
        return idVariable;
    }

    /** The task's variable that holds its name. */
    public String nameVariable() {
        return nameVariable;
    }

    /** The block's variable that names the group waited for, where the caller passes one. */
    public String groupVariable() {
        return groupVariable;
    }
}
