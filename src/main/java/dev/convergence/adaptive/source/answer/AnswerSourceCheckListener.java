package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.SourceCheckProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, and does what a person says about data that was doubted. */
@ModelBean(value = "answerSourceCheck", reach = BeanReach.PERSON, in = SourceCheckProcess.KEY)
class AnswerSourceCheckListener implements TaskListener {

    private final SourceAnswerService answers;
    private final TaskAuthorResolver taskAuthorResolver;

    AnswerSourceCheckListener(SourceAnswerService answers, TaskAuthorResolver taskAuthorResolver) {
        this.answers = answers;
        this.taskAuthorResolver = taskAuthorResolver;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.check(
                task.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(task),
                task.getVariables(),
                taskAuthorResolver.by(task));
    }
}
