package dev.convergence.engine.task;

import dev.convergence.engine.identity.Caller;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Hears of whom each task of each model goes to, before the model's own listeners do, and may send it on. */
public interface TaskAssignmentInterceptor {

    /** The task was created with candidates by name. */
    void offered(DelegateTask task);

    /**
     * The task has got another assignee, or lost the one it had.
     *
     * @param by who did that; empty where a model or time did
     */
    void assigned(DelegateTask task, Optional<Caller> by);

    /** The task is being completed; its assignee is whoever does so. */
    void completing(DelegateTask task, Caller by);
}
