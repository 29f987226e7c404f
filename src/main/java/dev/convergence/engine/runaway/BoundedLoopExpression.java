package dev.convergence.engine.runaway;

import dev.convergence.model.EndlessProcessDetector;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** How often a step with several instances runs, or for which: refused where it is too often to be begun. */
final class BoundedLoopExpression implements Expression {

    private static final long serialVersionUID = 1L;

    private final Expression counted;
    private final String step;

    BoundedLoopExpression(Expression counted, String step) {
        this.counted = counted;
        this.step = step;
    }

    @Override
    public Object getValue(VariableScope scope) {
        return bounded(counted.getValue(scope));
    }

    private Object bounded(Object value) {
        if (count(value) > EndlessProcessDetector.MOST_INSTANCES) {
            throw new EndlessProcessException(
                    "'" + step + "' would run more than " + EndlessProcessDetector.MOST_INSTANCES + " times");
        }
        return value;
    }

    private static double count(Object value) {
        if (value instanceof Collection<?> several) {
            return several.size();
        }
        if (value instanceof String text && text.matches("\\d{1,15}")) {
            return Double.parseDouble(text);
        }
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        counted.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
        return counted.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return counted.isLiteralText();
    }
}
