package dev.convergence.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.EventSubscriptionQuery;

/**
 * Messages, signals and triggers from outside carry nothing, and reach no process of the product nor any other that a
 * campaign has called. The name counts: whom a message would find in the end is not asked.
 */
public final class EventGuard implements OutsideInterceptor.Guard {

    private static final int PAGE = 200;
    private static final List<String> NAMES = List.of("messageName", "builder.signalName", "signalName");
    private static final List<String> EXECUTIONS = List.of("executionId", "builder.executionId");

    private final Set<String> shipped;

    public EventGuard(Set<String> shipped) {
        this.shipped = shipped;
    }

    @Override
    public void check(Command<?> command, CommandContext context) {
        WriteGuard.requireNoVariables(command);
        CommandFieldReader fields = new CommandFieldReader(command);
        boolean reaches = context.runWithoutAuthorization(() -> texts(fields, EXECUTIONS)
                        .anyMatch(id -> isOurs(context.getExecutionManager().findExecutionById(id), context))
                || texts(fields, NAMES)
                        .anyMatch(name -> isHeard(subscriptions(context).eventName(name), context))
                || command instanceof EvaluateStartConditionCmd
                        && isHeard(subscriptions(context).eventType(EventType.CONDITONAL.name()), context));
        if (reaches) {
            throw new AuthorizationException(
                    "Nobody moves a campaign's processes by messages, signals or triggers from outside.");
        }
    }

    private static Stream<String> texts(CommandFieldReader fields, List<String> paths) {
        return paths.stream().map(fields::find).flatMap(Optional::stream).map(Object::toString);
    }

    private static EventSubscriptionQuery subscriptions(CommandContext context) {
        return context.getProcessEngineConfiguration().getRuntimeService().createEventSubscriptionQuery();
    }

    private boolean isHeard(EventSubscriptionQuery query, CommandContext context) {
        List<EventSubscription> page = List.of();
        for (int first = 0; first == 0 || page.size() == PAGE; first += PAGE) {
            page = query.listPage(first, PAGE);
            if (page.stream().anyMatch(subscription -> isOurs(subscription, context))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOurs(EventSubscription subscription, CommandContext context) {
        return subscription.getProcessInstanceId() == null
                ? isShipped(((EventSubscriptionEntity) subscription).getConfiguration(), context)
                : isOurs(context.getExecutionManager().findExecutionById(subscription.getProcessInstanceId()), context);
    }

    private boolean isOurs(ExecutionEntity execution, CommandContext context) {
        if (execution == null) {
            return false;
        }
        ExecutionEntity root = context.getExecutionManager().findExecutionById(execution.getRootProcessInstanceId());
        return isShipped(execution.getProcessDefinitionId(), context)
                || root != null && isShipped(root.getProcessDefinitionId(), context);
    }

    private boolean isShipped(String processDefinitionId, CommandContext context) {
        return processDefinitionId != null
                && shipped.contains(context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(processDefinitionId)
                        .getKey());
    }
}
