package dev.convergence.engine.task;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.StringValue;

/**
 * Refuses of every task, whatever model it is of and whoever sets it by whatever door: an answer with a text that is too
 * long, before the database refuses it with a fault; and dates that no calendar reaches, before any listener of the model
 * works with them.
 */
public final class TaskBoundsParseListener extends AbstractBpmnParseListener {

    private static final TaskListener TEXTS = TaskBoundsParseListener::checkTexts;
    private static final TaskListener DATES = TaskBoundsParseListener::checkDates;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, TEXTS);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, DATES);
    }

    private static void checkTexts(DelegateTask task) {
        VariableMap variables = task.getVariablesTyped(false);
        for (String name : variables.keySet()) {
            if (variables.getValueTyped(name) instanceof StringValue text && isLong(text.getValue())) {
                throw new RefusalException(name, "must have at most " + TextValidator.LONGEST + " characters");
            }
        }
    }

    private static boolean isLong(String text) {
        return text != null && text.length() > TextValidator.LONGEST;
    }

    private static void checkDates(DelegateTask task) {
        checkDate("due", task.getDueDate());
        checkDate("followUp", ((TaskEntity) task).getFollowUpDate());
    }

    private static void checkDate(String field, Date date) {
        try {
            if (date != null) {
                DateBounds.checked(date.toInstant());
            }
        } catch (OutOfBounds out) {
            throw new RefusalException(field, out.getMessage());
        }
    }
}
