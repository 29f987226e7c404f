package dev.convergence.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * A field of a form by the variable that it sets.
 *
 * @param isShownOnly what a person cannot change: a browser sends it all the same where it is read-only
 * @param initial what a form shows before anything is entered; missing where it shows nothing
 * @param hiddenWhen FEEL expressions, its own and those of the groups around it; hidden where one of them is true
 */
record FormField(String variable, boolean isShownOnly, JsonNode initial, List<String> hiddenWhen) {

    /** What is asked for in whatever state. */
    static FormField always(String variable) {
        return new FormField(variable, false, MissingNode.getInstance(), List.of());
    }
}
