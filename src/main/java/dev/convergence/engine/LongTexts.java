package dev.convergence.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.StringValue;

/** Refuses a task's answer with a text that is too long, and names it, before the database refuses it with a fault. */
final class LongTexts extends AbstractBpmnParseListener {

    private static final TaskListener GUARD = LongTexts::check;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, GUARD);
    }

    private static void check(DelegateTask task) {
        VariableMap variables = task.getVariablesTyped(false);
        for (String name : variables.keySet()) {
            if (variables.getValueTyped(name) instanceof StringValue text && isLong(text.getValue())) {
                throw new Refusal(name, "must have at most " + Texts.LONGEST + " characters");
            }
        }
    }

    private static boolean isLong(String text) {
        return text != null && text.length() > Texts.LONGEST;
    }
}
