package dev.convergence.engine.form;

import org.camunda.bpm.engine.impl.form.type.AbstractFormFieldType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * A form field whose JSON value is computed each time somebody opens the task, from the field's default value
 * expression. It is never stored: a gate costs nothing for what its form shows, and the form is never stale.
 */
public final class ComputedFormType extends AbstractFormFieldType {

    static final String NAME = "computed";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public TypedValue convertToFormValue(TypedValue value) {
        return value;
    }

    @Override
    public TypedValue convertToModelValue(TypedValue value) {
        Object json = value == null ? null : value.getValue();
        return json == null ? null : SpinValues.jsonValue(json.toString(), true).create();
    }

    @Override
    @SuppressWarnings("deprecation")
    public Object convertFormValueToModelValue(Object value) {
        return value;
    }

    @Override
    @SuppressWarnings("deprecation")
    public String convertModelValueToFormValue(Object value) {
        return value == null ? null : value.toString();
    }
}
