package dev.convergence.engine;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** What a model says of its elements by extension properties. */
public final class ModelProperties {

    private static final String STAGE = "stage";
    private static final String REVIEWS = "reviews";

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

    private static Optional<String> property(BpmnModelInstance model, String elementId, String name) {
        BaseElement element = model.getModelElementById(elementId);
        if (element == null || element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }
}
