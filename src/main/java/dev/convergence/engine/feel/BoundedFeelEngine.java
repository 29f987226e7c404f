package dev.convergence.engine.feel;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Evaluates what keeps the bounds, and nothing else: whatever asks, and however long ago the decision was deployed. Each
 * expression is looked at once.
 */
final class BoundedFeelEngine implements FeelEngine {

    private static final int REMEMBERED = 10_000;

    private final FeelEngine engine;
    private final LoadingCache<String, FeelBounds.Verdict> expressions =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build(FeelBoundsValidator::expression);
    private final LoadingCache<String, FeelBounds.Verdict> unaryTests =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build(FeelBoundsValidator::unaryTests);

    BoundedFeelEngine(FeelEngine engine) {
        this.engine = engine;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        check(expression, expressions.get(expression), variables);
        return engine.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        FeelBounds.Verdict verdict = unaryTests.get(tests);
        check(tests, verdict, variables);
        if (!verdict.variables().isEmpty()) {
            checkSize(tests, input, variables);
        }
        return engine.evaluateSimpleUnaryTests(tests, input, variables);
    }

    private static void check(String expression, FeelBounds.Verdict verdict, VariableContext variables) {
        verdict.fault().ifPresent(fault -> {
            throw new UnboundedDecisionException(shown(expression) + " " + fault);
        });
        verdict.variables().forEach(variable -> checkSize(expression, variable, variables));
    }

    private static void checkSize(String expression, String variable, VariableContext variables) {
        TypedValue value = variables.resolve(variable);
        if (value != null && !InputSizeCounter.isWithin(value.getValue())) {
            throw new UnboundedDecisionException(
                    "'" + variable + "' holds more than " + FeelBounds.INPUT + " values, or more than "
                            + FeelBounds.INPUT * FeelBounds.TEXT_UNIT + " characters, which is too much for "
                            + shown(expression));
        }
    }

    private static String shown(String expression) {
        int most = 100;
        return "'" + (expression.length() > most ? expression.substring(0, most) + "…" : expression) + "'";
    }
}
