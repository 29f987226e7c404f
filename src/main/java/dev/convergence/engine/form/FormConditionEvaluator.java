package dev.convergence.engine.form;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The conditions under which a form hides a field, evaluated by the engine's own FEEL. A form comes from whoever may
 * deploy, so what repeats itself or is long is not evaluated at all: it hides nothing.
 */
final class FormConditionEvaluator {

    private static final int LONGEST = 500;
    private static final Pattern REPEATS = Pattern.compile("\\b(for|some|every|function|iterate)\\b|\\.\\.");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    private FormConditionEvaluator() {}

    /** All that may be the name of a variable. */
    static Set<String> names(String condition) {
        return NAME.matcher(TEXT.matcher(condition).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    static boolean isTrue(String condition, Map<String, Object> values, CommandContext context) {
        String expression = condition.strip().replaceFirst("^=", "");
        if (expression.length() > LONGEST || REPEATS.matcher(expression).find()) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(feel(context)
                    .getFeelEngine()
                    .evaluateSimpleExpression(
                            expression, Variables.fromMap(values).asVariableContext()));
        } catch (FeelException unclear) {
            return false;
        }
    }

    private static DefaultDmnEngineConfiguration feel(CommandContext context) {
        return context.getProcessEngineConfiguration().getDmnEngineConfiguration();
    }
}
