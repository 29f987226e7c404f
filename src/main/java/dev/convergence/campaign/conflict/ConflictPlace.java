package dev.convergence.campaign.conflict;

/**
 * One of the places that do not agree.
 *
 * @param type {@code touchpoint} or {@code plan}
 * @param id of the touchpoint or of the plan's entry
 * @param name what people call it
 * @param owner the group that it belongs to
 * @param says the date or fact that stands there
 */
public record ConflictPlace(String type, String id, String name, String owner, String says) {

    public static final String TOUCHPOINT = "touchpoint";
    public static final String PLAN = "plan";

    static ConflictPlace touchpoint(Touchpoint touchpoint, String says) {
        return new ConflictPlace(TOUCHPOINT, touchpoint.id(), touchpoint.id(), touchpoint.owner(), says);
    }

    /** Whether it is a touchpoint. */
    public boolean speaks() {
        return TOUCHPOINT.equals(type);
    }
}
