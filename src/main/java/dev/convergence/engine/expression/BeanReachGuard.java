package dev.convergence.engine.expression;

import dev.convergence.engine.identity.InstanceOriginResolver;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Lets a model reach a bean only from where the bean says it may be reached, however the model was started. */
final class BeanReachGuard {

    private final InstanceOriginResolver origins;

    BeanReachGuard(InstanceOriginResolver origins) {
        this.origins = origins;
    }

    /**
     * Lets through who may name the bean.
     *
     * @param scope where the expression stands; null where it stands in a decision
     * @throws AuthorizationException naming bean, element and process, and saying why not
     */
    void require(ModelBean bean, VariableScope scope) {
        Optional<ExecutionEntity> execution = execution(scope);
        objection(bean, scope == null, execution).ifPresent(reason -> {
            throw new AuthorizationException("The model may not use '%s' %s: %s"
                    .formatted(
                            bean.value(), execution.map(BeanReachGuard::place).orElse("here"), reason));
        });
    }

    private Optional<String> objection(ModelBean bean, boolean inDecision, Optional<ExecutionEntity> execution) {
        if (bean.reach() == BeanReach.ANYWHERE) {
            return objectionWhen(inDecision, "decisions use no beans");
        }
        return execution
                .map(running -> process(bean, running).or(() -> switch (bean.reach()) {
                    case ANYWHERE -> Optional.<String>empty();
                    case CAMPAIGN -> campaign(running);
                    case PERSON -> completion(running).or(() -> campaign(running));
                    case FORM ->
                        objectionWhen(
                                !origins.isStartedPlainly(running),
                                "nobody has started this process instance by its form");
                    case PRODUCT ->
                        objectionWhen(
                                !origins.isStartedByProduct(running),
                                "the product has not started this process instance");
                }))
                .orElseGet(() -> Optional.of("it acts only in a process instance that runs"));
    }

    private static Optional<String> process(ModelBean bean, ExecutionEntity execution) {
        String process = execution.getProcessDefinition().getKey();
        boolean named = bean.in().length == 0 || Arrays.asList(bean.in()).contains(process);
        return objectionWhen(!named, "it is for versions of " + String.join(", ", bean.in()));
    }

    private Optional<String> campaign(ExecutionEntity execution) {
        return origins.of(execution)
                .map(origin -> key(execution, origin.campaign()))
                .orElseGet(
                        () -> Optional.of("this process instance belongs to no campaign that the product has started"));
    }

    /** A block without a business key acts on nothing; one with another's would act on another campaign. */
    private static Optional<String> key(ExecutionEntity execution, String campaign) {
        String key = execution.getProcessBusinessKey();
        return objectionWhen(
                key != null && !key.equals(campaign),
                "its business key is %s, and it runs in the campaign %s".formatted(key, campaign));
    }

    /** Only a person completes tasks, or the product itself in their stead: no model can. */
    private static Optional<String> completion(ExecutionEntity execution) {
        boolean completing =
                Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                        .anyMatch(task -> execution.getId().equals(task.getExecutionId()) && isBeingCompleted(task));
        return objectionWhen(!completing, "it needs a person, and nobody completes a task here");
    }

    private static boolean isBeingCompleted(TaskEntity task) {
        return TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()) && !task.isDeleted();
    }

    private static Optional<String> objectionWhen(boolean objectionable, String reason) {
        return objectionable ? Optional.of(reason) : Optional.empty();
    }

    private static Optional<ExecutionEntity> execution(VariableScope scope) {
        Object running = scope instanceof DelegateTask task ? task.getExecution() : scope;
        return running instanceof ExecutionEntity execution ? Optional.of(execution) : Optional.empty();
    }

    private static String place(ExecutionEntity execution) {
        String process = "process " + execution.getProcessDefinition().getKey();
        return execution.getActivityId() == null
                ? "in the " + process
                : "at %s of the %s".formatted(execution.getActivityId(), process);
    }
}
