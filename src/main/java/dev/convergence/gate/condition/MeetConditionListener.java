package dev.convergence.gate.condition;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.gate.GateProcess;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A condition is met by what was done, not by a click: the next gate's reviewer reads it. */
@ModelBean(value = "meetCondition", reach = BeanReach.ANYWHERE)
class MeetConditionListener implements TaskListener {

    @Override
    public void notify(DelegateTask condition) {
        String result = TextValidator.require(
                GateProcess.CONDITION_RESULT, condition.getVariables(), "say how the condition was met");
        GateProcess.CONDITION_RESULT.setLocal(condition, result);
    }
}
