package dev.convergence.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What a person sent cannot be accepted; nothing was changed. The engine's REST answers it with 400, Tasklist shows the
 * message.
 */
public class Refusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * @param field the variable or field at fault
     * @param reason what is wrong with it, as the end of a sentence that begins with the field
     */
    public Refusal(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
