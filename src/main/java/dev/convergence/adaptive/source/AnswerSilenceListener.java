package dev.convergence.adaptive.source;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.escalation.Stalls;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, does what a person says about a silent source, and ends the stall. */
@ModelBean(value = "answerSilence", reach = Reach.PERSON, in = SourceWatchProcess.KEY)
class AnswerSilenceListener implements TaskListener {

    private final SourceAnswers answers;
    private final Answering answering;
    private final Stalls stalls;
    private final Clock clock;

    AnswerSilenceListener(SourceAnswers answers, Answering answering, Stalls stalls, Clock clock) {
        this.answers = answers;
        this.answering = answering;
        this.stalls = stalls;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.silence(
                task.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(task),
                task.getVariables(),
                answering.by(task));
        SourceWatchProcess.SOURCE_SUSPENDED.set(task.getExecution(), false);
        SourceWatchProcess.LISTENED_SINCE.set(task.getExecution(), Date.from(clock.instant()));
        stalls.resolve(task);
    }
}
