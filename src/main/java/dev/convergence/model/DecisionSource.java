package dev.convergence.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision as it was written.
 *
 * @param table empty where the decision is no table
 */
public record DecisionSource(String file, String id, Optional<Table> table) {

    /**
     * A decision table.
     *
     * @param hitPolicy in capitals
     * @param inputs what each input column asks, in order
     * @param outputs the names of the output columns, in order
     * @param types of the columns that have one, by what they ask or by their names
     */
    public record Table(
            String file,
            String id,
            String hitPolicy,
            List<String> inputs,
            List<String> outputs,
            Map<String, String> types,
            List<Rule> rules) {}

    /**
     * One row.
     *
     * @param inputs by what their columns ask
     * @param outputs by the names of their columns
     */
    public record Rule(String id, Optional<String> description, Map<String, Cell> inputs, Map<String, Cell> outputs) {

        /** The cell, an empty one where the table has no such column. */
        public Cell input(String column) {
            return inputs.getOrDefault(column, new Cell(id, "", true));
        }

        /** The cell, an empty one where the table has no such column. */
        public Cell output(String column) {
            return outputs.getOrDefault(column, new Cell(id, "", true));
        }
    }

    /**
     * What stands in one place.
     *
     * @param feel whether it is written in the usual language
     */
    public record Cell(String id, String text, boolean feel) {

        private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

        public boolean isEmpty() {
            return text.isEmpty();
        }

        /** The text between the quotes, where there is nothing but a text in quotes. */
        public Optional<String> literal() {
            Matcher quoted = LITERAL.matcher(text);
            return feel && quoted.matches() ? Optional.of(quoted.group(1)) : Optional.empty();
        }

        /** Whether only the engine can say what it means. */
        public boolean isExpression() {
            return !isEmpty() && literal().isEmpty();
        }
    }
}
