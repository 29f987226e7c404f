package dev.convergence.draft;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses an answer that is not one, and hands on who gave it. */
@ModelBean(value = "checkDraft", reach = BeanReach.PERSON, in = TrackProcess.KEY)
class CheckDraftListener implements TaskListener {

    private final DraftAnswerValidator answers;

    CheckDraftListener(DraftAnswerValidator answers) {
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        String campaign = task.getExecution().getProcessBusinessKey();
        String track = TrackProcess.TRACK_ID.get(task);
        Map<String, Object> answer = task.getVariables();
        DraftAuthor by = by(task);
        if (TrackProcess.MAKE_DRAFT.equals(task.getTaskDefinitionKey())) {
            answers.made(campaign, track, answer);
        } else {
            answers.adjusted(campaign, track, answer, by);
        }
        TrackProcess.SHARED_BY.handOn(task, by);
    }

    private static DraftAuthor by(DelegateTask task) {
        String user = task.getAssignee();
        return new DraftAuthor(user, user == null || user.equals(task.getOwner()) ? null : task.getOwner());
    }
}
