package dev.convergence.campaign.plan;

/** A plan that cannot be: which field of it, and why. */
public final class InvalidPlanException extends RuntimeException {

    private final String field;
    private final String reason;

    InvalidPlanException(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** Where the fault is, such as {@code plan[3].dependsOn[0]}. */
    public String field() {
        return field;
    }

    /** What is wrong there; reads on after the field's name. */
    public String reason() {
        return reason;
    }
}
