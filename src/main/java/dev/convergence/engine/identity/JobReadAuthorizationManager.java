package dev.convergence.engine.identity;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import org.camunda.bpm.engine.impl.ExternalTaskQueryImpl;
import org.camunda.bpm.engine.impl.HistoricExternalTaskLogQueryImpl;
import org.camunda.bpm.engine.impl.HistoricJobLogQueryImpl;
import org.camunda.bpm.engine.impl.JobDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * What the lists of jobs and of user operations show. The engine shows both to whoever may see how a process stands,
 * which here is everybody; a job and its errors are for whoever may retry it, and what users did is for whoever may
 * read that category of the log, and for those who may read the task that it was done to.
 */
final class JobReadAuthorizationManager extends AuthorizationManager {

    @Override
    public void configureJobQuery(JobQueryImpl query) {
        configureQuery(query, PROCESS_DEFINITION, "RES.PROCESS_DEF_KEY_", RETRY_JOB);
    }

    @Override
    public void configureJobDefinitionQuery(JobDefinitionQueryImpl query) {
        configureQuery(query, PROCESS_DEFINITION, "RES.PROC_DEF_KEY_", RETRY_JOB);
    }

    @Override
    public void configureHistoricJobLogQuery(HistoricJobLogQueryImpl query) {
        configureQuery(query, PROCESS_DEFINITION, "RES.PROCESS_DEF_KEY_", RETRY_JOB);
    }

    @Override
    public void configureExternalTaskQuery(ExternalTaskQueryImpl query) {
        configureQuery(query, PROCESS_DEFINITION, "RES.PROC_DEF_KEY_", RETRY_JOB);
    }

    @Override
    public void configureHistoricExternalTaskLogQuery(HistoricExternalTaskLogQueryImpl query) {
        configureQuery(query, PROCESS_DEFINITION, "RES.PROC_DEF_KEY_", RETRY_JOB);
    }

    @Override
    public void configureUserOperationLogQuery(UserOperationLogQueryImpl query) {
        configureQuery(query);
        // Else the engine does not look at rights on single tasks here.
        query.getAuthCheck().setHistoricInstancePermissionsEnabled(true);
        addPermissionCheck(
                query.getAuthCheck(),
                new PermissionCheckBuilder()
                        .disjunctive()
                        .atomicCheck(OPERATION_LOG_CATEGORY, "RES.CATEGORY_", READ)
                        .atomicCheck(TASK, "RES.TASK_ID_", READ)
                        .build());
    }

    record Factory() implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new JobReadAuthorizationManager();
        }
    }
}
