package dev.convergence.adaptive.action;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.engine.Texts;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What is published must be said. */
@ModelBean(value = "checkVariants", reach = Reach.ANYWHERE)
class CheckVariantsListener implements TaskListener {

    @Override
    public void notify(DelegateTask variants) {
        Map<String, Object> answer = variants.getVariables();
        Texts.require(AdaptationProcess.VARIANTS_RESULT, answer, "say what was made");
        Texts.optional(AdaptationProcess.VARIANTS_LINKS, answer);
    }
}
