package dev.convergence.model;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** Reads decisions from DMN. */
public final class DecisionReader {

    /** How an input cell says that anything fits; it may as well be empty. */
    private static final String ANYTHING = "-";

    private final String file;
    private final DmnModelInstance model;
    private final String usualLanguage;

    private DecisionReader(String file, DmnModelInstance model) {
        this.file = file;
        this.model = model;
        Definitions definitions = model.getDefinitions();
        this.usualLanguage = definitions.getExpressionLanguage();
    }

    /**
     * The decisions of a file.
     *
     * @throws org.camunda.bpm.model.xml.ModelException where it is no DMN
     */
    public static List<DecisionSource> read(String file, InputStream content) {
        return new DecisionReader(file, Dmn.readModelFromStream(content)).decisions();
    }

    private List<DecisionSource> decisions() {
        return model.getModelElementsByType(Decision.class).stream()
                .map(decision -> new DecisionSource(file, decision.getId(), table(decision)))
                .toList();
    }

    private Optional<DecisionSource.Table> table(Decision decision) {
        return decision.getExpression() instanceof DecisionTable table ? Optional.of(table(table)) : Optional.empty();
    }

    private DecisionSource.Table table(DecisionTable table) {
        List<String> inputs =
                table.getInputs().stream().map(DecisionReader::question).toList();
        List<String> outputs = table.getOutputs().stream()
                .map(Output::getName)
                .map(DecisionReader::orEmpty)
                .toList();
        List<DecisionSource.Rule> rules = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            rules.add(rule(rule, "rule " + (rules.size() + 1), inputs, outputs));
        }
        return new DecisionSource.Table(
                file,
                id(table, ((Decision) table.getParentElement()).getId()),
                table.getHitPolicy().name(),
                inputs,
                outputs,
                types(table),
                rules);
    }

    private static Map<String, String> types(DecisionTable table) {
        Map<String, String> types = new LinkedHashMap<>();
        table.getInputs().stream()
                .map(Input::getInputExpression)
                .filter(question -> question != null && question.getTypeRef() != null)
                .forEach(question -> types.put(text(question.getText()), question.getTypeRef()));
        table.getOutputs().stream()
                .filter(output -> output.getTypeRef() != null)
                .forEach(output -> types.put(orEmpty(output.getName()), output.getTypeRef()));
        return types;
    }

    private static String question(Input input) {
        return input.getInputExpression() == null
                ? ""
                : text(input.getInputExpression().getText());
    }

    private DecisionSource.Rule rule(Rule rule, String place, List<String> inputs, List<String> outputs) {
        String id = id(rule, place);
        Map<String, DecisionSource.Cell> asked = new LinkedHashMap<>();
        Map<String, DecisionSource.Cell> answered = new LinkedHashMap<>();
        fill(
                asked,
                inputs,
                rule.getInputEntries().stream().map(cell -> condition(cell, id)).toList());
        fill(
                answered,
                outputs,
                rule.getOutputEntries().stream().map(cell -> answer(cell, id)).toList());
        return new DecisionSource.Rule(id, description(rule), asked, answered);
    }

    private static void fill(
            Map<String, DecisionSource.Cell> cells, List<String> columns, List<DecisionSource.Cell> row) {
        for (int column = 0; column < Math.min(columns.size(), row.size()); column++) {
            cells.put(columns.get(column), row.get(column));
        }
    }

    private DecisionSource.Cell condition(UnaryTests cell, String rule) {
        String text = text(cell.getText());
        return new DecisionSource.Cell(
                id(cell, rule), ANYTHING.equals(text) ? "" : text, isFeel(cell.getExpressionLanguage()));
    }

    private DecisionSource.Cell answer(LiteralExpression cell, String rule) {
        return new DecisionSource.Cell(id(cell, rule), text(cell.getText()), isFeel(cell.getExpressionLanguage()));
    }

    private boolean isFeel(String ownLanguage) {
        String language = ownLanguage == null ? usualLanguage : ownLanguage;
        return language == null || language.toLowerCase(Locale.ROOT).contains("feel");
    }

    private static Optional<String> description(Rule rule) {
        return Optional.ofNullable(rule.getDescription())
                .map(description -> description.getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    private static String id(DmnElement element, String otherwise) {
        return element.getId() == null ? otherwise : element.getId();
    }

    private static String text(Text text) {
        return text == null ? "" : orEmpty(text.getTextContent()).strip();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
