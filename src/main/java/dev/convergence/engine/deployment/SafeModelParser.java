package dev.convergence.engine.deployment;

import dev.convergence.engine.expression.ModelBean;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Refuses to deploy a model that brings code of its own: scripts, classes by name, shell and mail tasks, connectors and
 * forms with JavaScript. What a model wants done it asks of a {@link ModelBean}.
 */
final class SafeModelParser extends BpmnParse {

    private static final Namespace CAMUNDA =
            new Namespace("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "variableMappingClass", "formHandlerClass");
    private static final Map<String, String> WHY = Map.of(
            "scriptTask", "scripts are switched off",
            "script", "scripts are switched off",
            "connector", "connectors are switched off");

    SafeModelParser(BpmnParser parser) {
        super(parser);
    }

    /** Looks before the engine does, which creates instances of some of the classes while it reads the model. */
    @Override
    protected void parseRootElement() {
        refuseCodeIn(rootElement);
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private void refuseCodeIn(Element element) {
        reasonAgainst(element).ifPresent(reason -> addError(reason, element));
        element.elements().forEach(this::refuseCodeIn);
    }

    private static Optional<String> reasonAgainst(Element element) {
        String name = element.getTagName();
        if (CODE_ELEMENTS.contains(name)) {
            return Optional.of("A model may not carry a " + name + ": " + WHY.get(name));
        }
        return classNamedBy(element)
                .or(() -> builtInTaskOf(element))
                .or(() -> formKeyOf(element))
                .or(() -> validatorClassOf(element))
                .or(() -> languageOf(element));
    }

    private static Optional<String> classNamedBy(Element element) {
        return CODE_ATTRIBUTES.stream()
                .filter(attribute -> camunda(element, attribute) != null)
                .findFirst()
                .map(attribute -> "A model may not name a class (" + attribute
                        + "): use a delegate expression with the name of a bean");
    }

    private static Optional<String> builtInTaskOf(Element element) {
        boolean runs =
                element.getTagName().endsWith("Task") || element.getTagName().endsWith("EventDefinition");
        return Optional.ofNullable(camunda(element, "type"))
                .filter(type -> runs && !type.equalsIgnoreCase("external"))
                .map(type -> "A model may not use the built-in task '" + type + "'");
    }

    private static Optional<String> formKeyOf(Element element) {
        return Optional.ofNullable(camunda(element, "formKey"))
                .filter(key -> !key.startsWith("camunda-forms:"))
                .map(key -> "A model may not use the form key '" + key + "': use a Camunda Form");
    }

    private static Optional<String> validatorClassOf(Element element) {
        boolean validator = element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"));
        return Optional.ofNullable(element.attribute("config"))
                .filter(config -> validator && !config.startsWith("${") && !config.startsWith("#{"))
                .map(config -> "A model may not name a class (validator): use an expression with the name of a bean");
    }

    private static Optional<String> languageOf(Element element) {
        return Optional.ofNullable(element.attribute("language"))
                .map(language -> "A condition may not be a script (" + language + "): use an expression");
    }

    /** Listeners and their like carry the attribute without a prefix, being of Camunda's namespace themselves. */
    private static String camunda(Element element, String attribute) {
        String prefixed = element.attributeNS(CAMUNDA, attribute);
        boolean ofCamunda = Set.of(CAMUNDA.getNamespaceUri(), CAMUNDA.getAlternativeUri())
                .contains(String.valueOf(element.getUri()));
        return prefixed == null && ofCamunda ? element.attribute(attribute) : prefixed;
    }
}
