package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.SourceWatchProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, and does what a person says about a source that speaks again. */
@ModelBean(value = "answerRelease", reach = BeanReach.PERSON, in = SourceWatchProcess.KEY)
class AnswerReleaseListener implements TaskListener {

    private final SourceAnswerService answers;
    private final TaskAuthorResolver taskAuthorResolver;

    AnswerReleaseListener(SourceAnswerService answers, TaskAuthorResolver taskAuthorResolver) {
        this.answers = answers;
        this.taskAuthorResolver = taskAuthorResolver;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.release(
                task.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(task),
                task.getVariables(),
                taskAuthorResolver.by(task));
        SourceWatchProcess.SOURCE_SUSPENDED.set(task.getExecution(), false);
    }
}
