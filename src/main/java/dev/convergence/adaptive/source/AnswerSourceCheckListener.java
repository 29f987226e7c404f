package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, and does what a person says about data that was doubted. */
@ModelBean(value = "answerSourceCheck", reach = Reach.PERSON, in = SourceCheckProcess.KEY)
class AnswerSourceCheckListener implements TaskListener {

    private final SourceAnswers answers;
    private final Answering answering;

    AnswerSourceCheckListener(SourceAnswers answers, Answering answering) {
        this.answers = answers;
        this.answering = answering;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.check(
                task.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(task),
                task.getVariables(),
                answering.by(task));
    }
}
