package dev.convergence.campaign.conflict;

import java.util.Arrays;

/** The two kinds of conflict; each is an incident of its own type. */
public enum ConflictKind {
    SCHEDULE("scheduleConflict", "Move one of the two."),
    MESSAGE("messageConflict", "Make them equal, or give them different subjects.");

    private final String incidentType;
    private final String remedy;

    ConflictKind(String incidentType, String remedy) {
        this.incidentType = incidentType;
        this.remedy = remedy;
    }

    /** The type of the incident, by which the API names the kind as well. */
    public String incidentType() {
        return incidentType;
    }

    /** What is in conflict, and how that is settled. */
    public String withRemedy(String words) {
        return words + ". " + remedy;
    }

    /** @throws IllegalArgumentException where no kind has this type of incident */
    public static ConflictKind of(String incidentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.incidentType.equals(incidentType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of conflict is a " + incidentType));
    }
}
