package dev.convergence.engine.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * The details of a job, its stack traces above all, are for whoever may retry it; see {@link JobReadAuthorizationManager},
 * which does the same for lists. What belongs to no process is for whoever may do so in all.
 */
final class JobReadCommandChecker extends AuthorizationCommandChecker {

    @Override
    public void checkReadJob(JobEntity job) {
        requireRetry(job.getProcessDefinitionKey());
    }

    @Override
    public void checkReadHistoricJobLog(HistoricJobLogEventEntity log) {
        requireRetry(log.getProcessDefinitionKey());
    }

    @Override
    public void checkReadHistoricExternalTaskLog(HistoricExternalTaskLogEntity log) {
        requireRetry(log.getProcessDefinitionKey());
    }

    private void requireRetry(String processDefinitionKey) {
        getAuthorizationManager()
                .checkAuthorization(
                        RETRY_JOB, PROCESS_DEFINITION, processDefinitionKey == null ? ANY : processDefinitionKey);
    }
}
