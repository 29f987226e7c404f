package dev.convergence.engine.task;

import dev.convergence.engine.identity.SystemAuthority;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Built-in listeners on every user task of every model, process owners' own included. They run before the model's; a
 * task that nobody is assigned to passes them without a question to the database.
 */
public final class TaskLifecycleListener extends AbstractBpmnParseListener {

    private final Supplier<TaskAssignmentInterceptor> cover;
    private final Supplier<SystemAuthority> system;
    private final Supplier<CompletionRecorder> decider;

    public TaskLifecycleListener(
            Supplier<TaskAssignmentInterceptor> cover,
            Supplier<SystemAuthority> system,
            Supplier<CompletionRecorder> decider) {
        this.cover = cover;
        this.system = system;
        this.decider = decider;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (!task.getCandidateUserIdExpressions().isEmpty()) {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completing);
    }

    private void created(DelegateTask task) {
        cover.get().offered(task);
    }

    /** A task that was delegated comes back to its owner: until then it is no new assignment. */
    private void assigned(DelegateTask task) {
        if (((TaskEntity) task).getDelegationState() != org.camunda.bpm.engine.task.DelegationState.PENDING) {
            cover.get().assigned(task, system.get().caller());
        }
    }

    private void completing(DelegateTask task) {
        decider.get().record(task);
    }
}
