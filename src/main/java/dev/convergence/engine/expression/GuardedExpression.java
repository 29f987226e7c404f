package dev.convergence.engine.expression;

import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * Refuses to be evaluated for a query, whose expressions come from whoever asks. The engine gives the expressions of
 * models a variable scope, and those of queries none.
 */
final class GuardedExpression extends JuelExpression {

    private static final Pattern WHO_AND_WHEN =
            Pattern.compile("[$#]\\{\\s*(currentUser|currentUserGroups|now)\\(\\s*\\)\\s*}");

    GuardedExpression(ValueExpression value, JuelExpressionManager expressions, String text) {
        super(value, expressions, text);
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
        refuseForQueries(scope);
        return super.getValue(scope, execution);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
        refuseForQueries(scope);
        super.setValue(value, scope, execution);
    }

    /** The engine would turn an exception of its own into a 500; this one it hands through as a 400. */
    private void refuseForQueries(VariableScope scope) {
        if (scope == null
                && !isLiteralText()
                && !WHO_AND_WHEN.matcher(expressionText).matches()) {
            throw new InvalidRequestException(
                    Status.BAD_REQUEST,
                    "The expressions that a query may use are ${currentUser()}, ${currentUserGroups()} and ${now()}");
        }
    }
}
