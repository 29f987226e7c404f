package dev.convergence.adaptive.action;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.TextValidator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What is published must be said. */
@ModelBean(value = "checkVariants", reach = BeanReach.ANYWHERE)
class CheckVariantsListener implements TaskListener {

    @Override
    public void notify(DelegateTask variants) {
        Map<String, Object> answer = variants.getVariables();
        TextValidator.require(AdaptationProcess.VARIANTS_RESULT, answer, "say what was made");
        TextValidator.optional(AdaptationProcess.VARIANTS_LINKS, answer);
    }
}
