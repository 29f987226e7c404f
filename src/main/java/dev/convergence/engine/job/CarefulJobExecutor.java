package dev.convergence.engine.job;

import dev.convergence.engine.clock.NodeClock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * The engine's job executor, which runs what another node has left behind apart from the rest, one by one: the engine
 * itself would run a job that ends its node for ever, on one node after the other. While the node's clock is wrong it takes
 * no jobs, gives back those that it has not begun, and ends those under way; none of them brings up the next.
 */
final class CarefulJobExecutor extends SpringJobExecutor {

    private final OrphanedJobReader orphaned;
    private final BegunJobRepository begun;
    private final NodeClock clock;
    private final SuspectJobRegistry suspectJobRegistry = new SuspectJobRegistry();
    private ThreadPoolExecutor oneByOne;

    CarefulJobExecutor(OrphanedJobReader orphaned, BegunJobRepository begun, NodeClock clock) {
        this.orphaned = orphaned;
        this.begun = begun;
        this.clock = clock;
    }

    /** Asked before each job is begun, and before one job locks the next for itself. */
    @Override
    public boolean isActive() {
        return super.isActive() && clock.isRight();
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int most) {
        return clock.isRight()
                ? new AcquireJobsAndOrphansCmd(this, most, orphaned, suspectJobRegistry)
                : context -> new AcquiredJobs(most);
    }

    @Override
    public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
        if (suspectJobRegistry.isAnyOf(jobs)) {
            oneByOne.execute(new SuspectJobRunner(jobs, engine, suspectJobRegistry, begun));
        } else {
            super.executeJobs(jobs, engine);
        }
    }

    @Override
    protected void startExecutingJobs() {
        oneByOne = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "jobs left behind");
            thread.setDaemon(true);
            return thread;
        });
        super.startExecutingJobs();
    }

    /** What waits is not begun: its lock ends by itself. */
    @Override
    protected void stopExecutingJobs() {
        super.stopExecutingJobs();
        oneByOne.getQueue().clear();
        oneByOne.shutdown();
    }
}
