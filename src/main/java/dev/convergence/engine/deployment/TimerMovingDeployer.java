package dev.convergence.engine.deployment;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets timers that a decision has set fire soon after it is deployed anew. By a batch of the engine, which is begun with
 * the deployment: there may be thousands, and one that fires meanwhile must not undo the deployment.
 */
final class TimerMovingDeployer implements Deployer {

    private final ObjectProvider<TimerOfDecision> timers;
    private final ProcessEngineConfigurationImpl engine;

    TimerMovingDeployer(ObjectProvider<TimerOfDecision> timers, ProcessEngineConfigurationImpl engine) {
        this.timers = timers;
        this.engine = engine;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            timers.stream()
                    .filter(timer -> holds(deployment, timer.decision()))
                    .forEach(this::moveWithoutAuthorization);
        }
    }

    private static boolean holds(DeploymentEntity deployment, String decision) {
        return deployment.getDeployedDecisionDefinitions() != null
                && deployment.getDeployedDecisionDefinitions().stream()
                        .anyMatch(deployed -> deployed.getKey().equals(decision));
    }

    /** Whoever may deploy the decision need not be allowed to move timers. */
    private void moveWithoutAuthorization(TimerOfDecision timer) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            move(timer);
            return null;
        });
    }

    /** The engine has no batch for due dates alone; what has failed for good is left to whoever looks after it. */
    private void move(TimerOfDecision timer) {
        ManagementService management = engine.getManagementService();
        Date soon = Date.from(ClockUtil.getCurrentTime().toInstant().plus(timer.within()));
        JobQuery later = management
                .createJobQuery()
                .timers()
                .activityId(timer.event())
                .withRetriesLeft()
                .duedateHigherThan(soon);
        if (later.count() > 0) {
            management
                    .setJobRetriesByJobsAsync(engine.getDefaultNumberOfRetries())
                    .jobQuery(later)
                    .dueDate(soon)
                    .executeAsync();
        }
    }
}
