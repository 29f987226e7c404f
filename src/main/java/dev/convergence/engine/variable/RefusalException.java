package dev.convergence.engine.variable;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * What a person sent cannot be accepted; nothing was changed. Tasklist shows the message. It is the engine's exception
 * for a field that is not valid, because that is the only one that its REST answers with 400 where a task is completed
 * or a process started.
 */
public class RefusalException extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * @param field the variable or field at fault
     * @param reason what is wrong with it, as the end of a sentence that begins with the field
     */
    public RefusalException(String field, String reason) {
        super(field, field + " " + reason);
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
