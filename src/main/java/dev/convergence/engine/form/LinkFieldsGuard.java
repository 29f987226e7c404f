package dev.convergence.engine.form;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.Variables;

/** The fields of forms that say where something is, by the end of their names, in every model. */
final class LinkFieldsGuard {

    private static final Pattern FIELD = Pattern.compile("(links?|[a-z0-9](Links?|Where|Urls?))$");

    private LinkFieldsGuard() {}

    /** @throws Refusal naming the field, where it has a link that nobody should follow */
    static void check(Map<String, ?> sent) {
        sent.forEach((name, value) -> {
            if (FIELD.matcher(name).find() && Variables.untypedValue(value).getValue() instanceof String text) {
                LinkValidator.requireLinks(name, text);
            }
        });
    }
}
