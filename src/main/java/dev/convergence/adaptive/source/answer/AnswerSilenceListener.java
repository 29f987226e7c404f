package dev.convergence.adaptive.source.answer;

import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.source.SourceWatchProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.escalation.StallService;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses what cannot be, does what a person says about a silent source, and ends the stall. */
@ModelBean(value = "answerSilence", reach = BeanReach.PERSON, in = SourceWatchProcess.KEY)
class AnswerSilenceListener implements TaskListener {

    private final SourceAnswerService answers;
    private final TaskAuthorResolver taskAuthorResolver;
    private final StallService stallService;
    private final Clock clock;

    AnswerSilenceListener(
            SourceAnswerService answers,
            TaskAuthorResolver taskAuthorResolver,
            StallService stallService,
            Clock clock) {
        this.answers = answers;
        this.taskAuthorResolver = taskAuthorResolver;
        this.stallService = stallService;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        answers.silence(
                task.getExecution().getProcessBusinessKey(),
                AdaptiveProcess.SOURCE_ID.get(task),
                task.getVariables(),
                taskAuthorResolver.by(task));
        SourceWatchProcess.SOURCE_SUSPENDED.set(task.getExecution(), false);
        SourceWatchProcess.LISTENED_SINCE.set(task.getExecution(), Date.from(clock.instant()));
        stallService.resolve(task);
    }
}
