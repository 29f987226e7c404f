package dev.convergence.adaptive.rule;

import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.Finding;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks through the cells of a table that is evaluated beside the engine. What such a cell says must be plain: it is read
 * at a rate at which nobody would see an expression fail.
 */
public final class DecisionTableValidator {

    /** Longer than any campaign. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    private static final String TEXTS = "\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*";
    private static final Pattern CONDITION = Pattern.compile(TEXTS + "|not\\(\\s*" + TEXTS + "\\s*\\)");

    private final DecisionSource.Table table;
    private final List<Finding> findings = new ArrayList<>();

    public DecisionTableValidator(DecisionSource.Table table) {
        this.table = table;
    }

    /** What was found so far. */
    public Stream<Finding> all() {
        return findings.stream();
    }

    /** Looks at each condition: it names what fits, or what does not. The engine reads it with the first reading only. */
    public DecisionTableValidator conditions() {
        table.rules().stream()
                .flatMap(rule -> rule.inputs().values().stream())
                .filter(cell -> !cell.isEmpty()
                        && !(cell.feel() && CONDITION.matcher(cell.text()).matches()))
                .forEach(cell ->
                        at(cell.id(), cell.text() + " is no list of texts in quotes, such as \"email\", \"web\""));
        return this;
    }

    /** Looks at each cell of an output column; where there is no such column, that is said elsewhere. */
    public DecisionTableValidator column(ProcessVariable<?> column, Function<Cell, Optional<String>> fault) {
        return rows(column, rule -> fault.apply(rule.output(column.name())));
    }

    /** Looks at each row as a whole; its fault stands at the cell of the column. */
    public DecisionTableValidator rows(
            ProcessVariable<?> column, Function<DecisionSource.Rule, Optional<String>> fault) {
        rules(column).forEach(rule -> fault.apply(rule)
                .ifPresent(reason -> at(rule.output(column.name()).id(), reason)));
        return this;
    }

    private List<DecisionSource.Rule> rules(ProcessVariable<?> column) {
        return table.outputs().contains(column.name()) ? table.rules() : List.of();
    }

    /** Something is wrong with an element of the table, or with the table. */
    public void at(String element, String reason) {
        findings.add(new Finding(table.file(), element, "cannot be used: " + reason));
    }

    /** The table answers as it is asked. */
    public DecisionTableValidator hitPolicy(String... allowed) {
        if (!List.of(allowed).contains(table.hitPolicy())) {
            at(table.id(), "its hit policy is " + table.hitPolicy() + ", expected " + String.join(" or ", allowed));
        }
        return this;
    }

    /** An empty cell is in order; anything else must be. */
    public static Function<Cell, Optional<String>> optional(Function<Cell, Optional<String>> fault) {
        return cell -> cell.isEmpty() ? Optional.empty() : fault.apply(cell);
    }

    /** A text in quotes that says something. */
    public static Function<Cell, Optional<String>> text(int longest) {
        return cell -> cell.literal().isEmpty() || cell.literal().get().isBlank()
                ? Optional.of(cell.isEmpty() ? "nothing is said" : cell.text() + " is not a text in quotes")
                : Optional.of("it is longer than " + longest + " characters")
                        .filter(fault -> cell.literal().get().length() > longest);
    }

    /** One of some words in quotes. */
    public static Function<Cell, Optional<String>> word(List<String> words) {
        return cell -> cell.literal().filter(words::contains).isPresent()
                ? Optional.empty()
                : Optional.of(cell.text() + " is none of " + String.join(", ", words) + " (in quotes)");
    }

    /** A time by the clock on the wall, such as {@code "PT1H"}. */
    public static Function<Cell, Optional<String>> duration(Duration shortest) {
        return cell -> duration(cell)
                        .filter(time -> time.compareTo(shortest) >= 0 && time.compareTo(LONGEST) <= 0)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(cell.text() + " is no time such as \"PT1H\" or \"P2D\"");
    }

    private static Optional<Duration> duration(Cell cell) {
        try {
            return cell.literal().map(Duration::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A number, not an expression. */
    public static Function<Cell, Optional<String>> number() {
        return cell -> number(cell).isPresent() ? Optional.empty() : Optional.of("'" + cell.text() + "' is no number");
    }

    /** A whole number within a range. */
    public static Function<Cell, Optional<String>> whole(int least, int most) {
        return cell -> cell.text().matches("\\d{1,9}")
                        && Integer.parseInt(cell.text()) >= least
                        && Integer.parseInt(cell.text()) <= most
                ? Optional.empty()
                : Optional.of("'" + cell.text() + "' is no number from " + least + " to " + most);
    }

    /** The number in a cell, where there is one. */
    public static Optional<BigDecimal> number(Cell cell) {
        return cell.text().matches("-?\\d{1,18}(\\.\\d{1,6})?")
                ? Optional.of(new BigDecimal(cell.text()))
                : Optional.empty();
    }
}
