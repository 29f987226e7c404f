package dev.convergence.engine.job;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a batch with a suspect in it. Only one suspect of a node is under way at a time, and it is marked: should the
 * node die again, the mark says of which. One that carries a mark already is set aside.
 */
final class SuspectJobRunner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SuspectJobRunner.class);

    private final List<String> batch;
    private final ProcessEngineImpl engine;
    private final SuspectJobRegistry suspectJobRegistry;
    private final BegunJobRepository begun;

    SuspectJobRunner(
            List<String> batch,
            ProcessEngineImpl engine,
            SuspectJobRegistry suspectJobRegistry,
            BegunJobRepository begun) {
        this.batch = List.copyOf(batch);
        this.engine = engine;
        this.suspectJobRegistry = suspectJobRegistry;
        this.begun = begun;
    }

    @Override
    public void run() {
        batch.forEach(this::runOne);
    }

    private void runOne(String job) {
        try {
            if (!suspectJobRegistry.is(job)) {
                execute(job);
            } else if (begun.isBegun(job)) {
                setAside(job);
            } else {
                executeMarked(job);
            }
        } catch (RuntimeException fault) {
            // Its lock ends by itself; then it is tried again.
            LOG.warn("The job {}, taken over from another node, could not be run", job, fault);
        } finally {
            suspectJobRegistry.remove(job);
        }
    }

    private void executeMarked(String job) {
        begun.begin(job, executor().getLockOwner(), ClockUtil.getCurrentTime());
        try {
            execute(job);
        } finally {
            begun.end(job);
        }
    }

    private void execute(String job) {
        new ExecuteJobsRunnable(List.of(job), engine).run();
    }

    private void setAside(String job) {
        engine.getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(new SetAsideJobCmd(job));
        begun.end(job);
        LOG.warn("The job {} is set aside: twice the node that ran it died, or did not come back from it", job);
    }

    private JobExecutor executor() {
        return engine.getProcessEngineConfiguration().getJobExecutor();
    }
}
