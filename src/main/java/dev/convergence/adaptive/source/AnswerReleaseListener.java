package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, and does what a person says about a source that speaks again. */
@ModelBean(value = "answerRelease", reach = Reach.PERSON, in = SourceWatchProcess.KEY)
class AnswerReleaseListener implements TaskListener {

    private final SourceAnswers answers;
    private final Answering answering;

    AnswerReleaseListener(SourceAnswers answers, Answering answering) {
        this.answers = answers;
        this.answering = answering;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.release(
                task.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(task),
                task.getVariables(),
                answering.by(task));
        SourceWatchProcess.SOURCE_SUSPENDED.set(task.getExecution(), false);
    }
}
