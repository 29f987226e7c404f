package dev.convergence.engine.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** What a model says of its elements by extension properties. */
public final class ModelProperties {

    private static final String STAGE = "stage";
    private static final String REVIEWS = "reviews";
    private static final String ACCEPTED_VARIABLES = "acceptedVariables";
    private static final String READ_ONLY = "readonly";

    private ModelProperties() {}

    /** The stage to which an element of the execution's model belongs. */
    public static Optional<String> stage(DelegateExecution execution, String elementId) {
        return stage(execution.getBpmnModelInstance(), elementId);
    }

    /** The stage to which an element of a model belongs. */
    public static Optional<String> stage(BpmnModelInstance model, String elementId) {
        return property(model, elementId, STAGE);
    }

    /** The stages whose work a gate reviews, where the model names them; there is a blank between two. */
    public static Optional<Set<String>> reviews(BpmnModelInstance model, String elementId) {
        return property(model, elementId, REVIEWS).map(stages -> Set.of(stages.split(" ")));
    }

    /**
     * The variables that a task or a start without a form of its own takes: those that the model names, with a blank
     * between two, and the fields of a generated form but for those that it only shows.
     */
    static Set<String> accepted(BpmnModelInstance model, String elementId) {
        Set<String> accepted = new HashSet<>();
        property(model, elementId, ACCEPTED_VARIABLES)
                .ifPresent(names -> accepted.addAll(List.of(names.split("\\s+"))));
        extensions(model, elementId, CamundaFormData.class)
                .flatMap(form -> form.getCamundaFormFields().stream())
                .filter(field -> !isShownOnly(field))
                .forEach(field -> accepted.add(field.getCamundaId()));
        return accepted;
    }

    private static boolean isShownOnly(CamundaFormField field) {
        return ComputedFormType.NAME.equals(field.getCamundaType())
                || field.getCamundaValidation() != null
                        && field.getCamundaValidation().getCamundaConstraints().stream()
                                .anyMatch(constraint -> READ_ONLY.equals(constraint.getCamundaName()));
    }

    private static Optional<String> property(BpmnModelInstance model, String elementId, String name) {
        return extensions(model, elementId, CamundaProperties.class)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }

    private static <T extends BpmnModelElementInstance> Stream<T> extensions(
            BpmnModelInstance model, String elementId, Class<T> type) {
        BaseElement element = model.getModelElementById(elementId);
        return element == null || element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }
}
