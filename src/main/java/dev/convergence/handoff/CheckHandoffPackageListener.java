package dev.convergence.handoff;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.TextValidator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A handoff without context is no handoff: what is handed over, and where, must be said. */
@ModelBean(value = "checkHandoffPackage", reach = BeanReach.ANYWHERE)
class CheckHandoffPackageListener implements TaskListener {

    @Override
    public void notify(DelegateTask preparation) {
        Map<String, Object> values = preparation.getVariables();
        TextValidator.require(HandoffProcess.HANDOFF_WHAT, values, "the receiver must know what is handed over");
        TextValidator.require(HandoffProcess.HANDOFF_WHERE, values, "the receiver must know where it is");
        HandoffProcess.PACKAGE.forEach(text -> TextValidator.optional(text, values));
        forgetLastAnswer(preparation);
    }

    /** A package that was returned and is sent again asks for an answer, and a reason, of its own. */
    private static void forgetLastAnswer(DelegateTask preparation) {
        preparation.removeVariable(HandoffProcess.HANDOFF_ACCEPTED.name());
        preparation.removeVariable(HandoffProcess.HANDOFF_COMMENT.name());
    }
}
