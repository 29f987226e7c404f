package dev.convergence.gate;

import dev.convergence.engine.form.ModelProperties;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The call of a gate by the process whose work it reviews.
 *
 * @param instance the calling process instance
 * @param root the campaign's process instance
 * @param campaign the business key
 * @param activity the id of the calling activity
 */
public record GateCall(String instance, String root, String campaign, String activity, BpmnModelInstance model) {

    /** The call, also of a gate of which the execution is one voter's part; empty where nothing calls it. */
    public static Optional<GateCall> of(DelegateExecution gate) {
        DelegateExecution caller = gate.getProcessInstance().getSuperExecution();
        while (caller != null && GateProcess.COLLECT_VOTES.equals(caller.getCurrentActivityId())) {
            caller = caller.getProcessInstance().getSuperExecution();
        }
        return Optional.ofNullable(caller)
                .map(by -> new GateCall(
                        by.getProcessInstanceId(),
                        ((ProcessInstance) by).getRootProcessInstanceId(),
                        by.getProcessBusinessKey(),
                        by.getCurrentActivityId(),
                        by.getBpmnModelInstance()));
    }

    /** The stages that the model says the gate reviews, besides what they call. */
    Optional<Set<String>> reviews() {
        return ModelProperties.reviews(model, activity);
    }

    /** The stages whose work is under review; empty where that is all of the process. */
    Optional<Set<String>> stages() {
        return reviews().or(() -> ModelProperties.stage(model, activity).map(Set::of));
    }

    boolean isReviewed(String element) {
        return stages().map(stages -> stages.stream().anyMatch(stage -> ModelProperties.stage(model, element)
                        .filter(stage::equals)
                        .isPresent()))
                .orElse(true);
    }

    /** Whether the model has any work at all for the gate to review; asks the database for nothing. */
    public boolean reviewsWork() {
        return anyReviewed(UserTask.class)
                || model.getModelElementsByType(CallActivity.class).stream()
                        .filter(call -> !GateProcess.KEY.equals(call.getCalledElement()))
                        .anyMatch(call -> isReviewed(call.getId()));
    }

    private boolean anyReviewed(Class<? extends FlowNode> type) {
        return model.getModelElementsByType(type).stream().anyMatch(element -> isReviewed(element.getId()));
    }
}
