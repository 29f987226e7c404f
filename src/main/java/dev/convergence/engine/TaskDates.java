package dev.convergence.engine;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses dates of a task that no calendar reaches, whoever sets them and by whatever door. */
final class TaskDates extends AbstractBpmnParseListener {

    private static final TaskListener GUARD = TaskDates::check;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, GUARD);
    }

    private static void check(DelegateTask task) {
        check("due", task.getDueDate());
        check("followUp", ((TaskEntity) task).getFollowUpDate());
    }

    private static void check(String field, Date date) {
        try {
            if (date != null) {
                DateBounds.checked(date.toInstant());
            }
        } catch (OutOfBounds out) {
            throw new Refusal(field, out.getMessage());
        }
    }
}
