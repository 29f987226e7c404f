package dev.convergence.engine.job;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.db.entitymanager.OptimisticLockingResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Takes jobs as the engine does, and finds out which of them another node has left behind: one statement more for each
 * time that something is taken, none while nothing is due.
 */
final class AcquireJobsAndOrphansCmd extends AcquireJobsCmd {

    /** As they run one by one, and may be what keeps a node busy, they are locked for so many times as long. */
    static final int LONGER = 4;

    private final JobExecutor executor;
    private final OrphanedJobReader orphaned;
    private final SuspectJobRegistry suspectJobRegistry;
    private Set<String> leftBehind;

    AcquireJobsAndOrphansCmd(
            JobExecutor executor, int most, OrphanedJobReader orphaned, SuspectJobRegistry suspectJobRegistry) {
        super(executor, most);
        this.executor = executor;
        this.orphaned = orphaned;
        this.suspectJobRegistry = suspectJobRegistry;
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs acquired = super.execute(context);
        if (leftBehind != null) {
            Set<String> taken = new HashSet<>(leftBehind);
            taken.removeIf(job -> acquired.getJobIdBatches().stream().noneMatch(batch -> batch.contains(job)));
            suspectJobRegistry.add(taken);
        }
        return acquired;
    }

    @Override
    protected void lockJob(AcquirableJobEntity job) {
        Date now = ClockUtil.getCurrentTime();
        if (leftBehind == null) {
            leftBehind = orphaned.leftBehind(executor.getLockOwner(), now);
        }
        super.lockJob(job);
        if (leftBehind.contains(job.getId())) {
            Calendar end = new GregorianCalendar();
            end.setTime(now);
            end.add(Calendar.MILLISECOND, LONGER * executor.getLockTimeInMillis());
            job.setLockExpirationTime(end.getTime());
        }
    }

    /** Another node was faster. */
    @Override
    public OptimisticLockingResult failedOperation(DbOperation operation) {
        if (operation instanceof DbEntityOperation entity) {
            suspectJobRegistry.remove(entity.getEntity().getId());
        }
        return super.failedOperation(operation);
    }
}
