package dev.convergence.engine.form;

import dev.convergence.engine.variable.PlainVariableMapper;
import dev.convergence.engine.variable.RefusalException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What is sent, held against what is asked for in this state.
 *
 * @param form the fields that may be sent
 * @param what the form belongs to: a task, or a start
 */
public record SentAnswerValidator(List<FormField> form, FormState state, String what) {

    /**
     * Leaves out what a browser sends though it is only shown.
     *
     * @throws Refusal naming what is not asked for, is hidden, is only shown and has another value, is out of bounds,
     *     or holds a link that nobody should follow
     */
    public void keepOnlyAnswers(Map<String, Object> sent) {
        AnswerBounds.check(sent);
        LinkFieldsGuard.check(sent);
        for (String name : new ArrayList<>(sent.keySet())) {
            List<FormField> fields = fields(name);
            if (fields.isEmpty()) {
                throw refusal(name, "its form does not ask for it");
            }
            List<FormField> asked =
                    fields.stream().filter(field -> !field.isShownOnly()).toList();
            if (asked.isEmpty()) {
                requireShown(fields.get(0), value(sent, name));
                sent.remove(name);
            } else if (asked.stream().allMatch(field -> isHidden(field, sent))) {
                throw refusal(name, "its form does not show it in this state");
            }
        }
    }

    private List<FormField> fields(String name) {
        return form.stream().filter(field -> field.variable().equals(name)).toList();
    }

    private boolean isHidden(FormField field, Map<String, Object> sent) {
        if (field.hiddenWhen().isEmpty()) {
            return false;
        }
        Set<String> names = field.hiddenWhen().stream()
                .flatMap(condition -> FormConditionEvaluator.names(condition).stream())
                .collect(Collectors.toSet());
        Map<String, Object> values = new HashMap<>(state.values(names));
        sent.keySet().stream().filter(names::contains).forEach(name -> values.put(name, value(sent, name)));
        return field.hiddenWhen().stream().anyMatch(condition -> state.holds(condition, values));
    }

    private void requireShown(FormField field, Object sent) {
        Object shown = state.value(field.variable())
                .orElseGet(() -> field.initial().isValueNode() ? field.initial().asText() : null);
        if (!isSame(shown, sent)) {
            throw refusal(field.variable(), "its form only shows it");
        }
    }

    private RefusalException refusal(String name, String why) {
        return new RefusalException(name, "is no answer to this " + what + ": " + why);
    }

    private static Object value(Map<String, Object> sent, String name) {
        return PlainVariableMapper.plain(
                sent instanceof VariableMap typed ? typed.getValueTyped(name) : Variables.untypedValue(sent.get(name)));
    }

    /** A field that shows nothing is sent as nothing, or as an empty text. */
    private static boolean isSame(Object shown, Object sent) {
        if (shown instanceof Number && sent instanceof Number) {
            return new BigDecimal(shown.toString()).compareTo(new BigDecimal(sent.toString())) == 0;
        }
        return text(shown).equals(text(sent));
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
