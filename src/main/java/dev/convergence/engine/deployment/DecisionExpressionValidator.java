package dev.convergence.engine.deployment;

import dev.convergence.engine.feel.FeelBoundsValidator;
import dev.convergence.model.Finding;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The expressions of decisions, wherever they stand, as far as they may not be evaluated. */
final class DecisionExpressionValidator {

    private static final int SHOWN = 60;

    private final String file;
    private final DmnModelInstance model;

    private DecisionExpressionValidator(String file, DmnModelInstance model) {
        this.file = file;
        this.model = model;
    }

    /**
     * All that is wrong.
     *
     * @throws org.camunda.bpm.model.xml.ModelException where it is no DMN
     */
    static List<Finding> refusedIn(String file, InputStream content) {
        DecisionExpressionValidator expressions =
                new DecisionExpressionValidator(file, Dmn.readModelFromStream(content));
        return Stream.concat(expressions.unaryTests(), expressions.literals()).toList();
    }

    private Stream<Finding> unaryTests() {
        return model.getModelElementsByType(UnaryTests.class).stream()
                .flatMap(cell -> finding(cell, cell.getExpressionLanguage(), cell.getText(), true));
    }

    private Stream<Finding> literals() {
        return model.getModelElementsByType(LiteralExpression.class).stream()
                .flatMap(cell -> finding(cell, cell.getExpressionLanguage(), cell.getText(), false));
    }

    private Stream<Finding> finding(DmnElement cell, String ownLanguage, Text text, boolean unary) {
        String written = text == null ? "" : text.getTextContent().strip();
        if (written.isEmpty()) {
            return Stream.empty();
        }
        String language = ownLanguage == null ? model.getDefinitions().getExpressionLanguage() : ownLanguage;
        return fault(language, written, unary)
                .map(fault ->
                        new Finding(file, id(cell), "has the expression '" + shown(written) + "', which " + fault))
                .stream();
    }

    private static Optional<String> fault(String language, String text, boolean unary) {
        String known = language == null ? "feel" : language.toLowerCase(Locale.ROOT);
        if (known.contains("feel")) {
            return unary ? FeelBoundsValidator.faultOfUnaryTests(text) : FeelBoundsValidator.faultOfExpression(text);
        }
        return known.equals("juel")
                ? Optional.empty()
                : Optional.of("is written in " + language + ": scripts are switched off");
    }

    /** Cells have an id where Camunda Modeler wrote them; else the nearest element around that has one. */
    private String id(ModelElementInstance cell) {
        for (ModelElementInstance around = cell; around != null; around = around.getParentElement()) {
            if (around instanceof DmnElement element && element.getId() != null) {
                return element.getId();
            }
        }
        return file;
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
