package dev.convergence.engine.job;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Takes all retries from a job, as its last failure would, and says why in the incident. */
final class SetAsideJobCmd implements Command<Void> {

    static final String WHY = "Set aside: twice the node that ran this job died, or did not come back from it. Nothing"
            + " runs it any more. Find out what it does (out of memory, without an end), put that right, then increment"
            + " the retries.";

    private final String job;

    SetAsideJobCmd(String job) {
        this.job = job;
    }

    @Override
    public Void execute(CommandContext context) {
        JobEntity found = context.getJobManager().findJobById(job);
        if (found != null) {
            found.unlock();
            found.setExceptionMessage(WHY);
            found.setRetries(0);
        }
        return null;
    }
}
