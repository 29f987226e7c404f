package dev.convergence.milestone;

import dev.convergence.context.CampaignLock;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * What models say to a milestone, as in {@code ${milestones.arrive(execution, 'drafts-converged')}}. Arrivals of one
 * campaign follow each other under its lock: of two that come at the same moment, the second sees the first. Nothing is
 * asked before the lock is held: within one command the engine answers the same question the same way again.
 */
@ModelBean(value = "milestones", reach = BeanReach.CAMPAIGN)
public class ArrivalService {

    private final OpenMilestoneService milestones;
    private final ParticipantReader participantReader;
    private final CampaignLock lock;

    ArrivalService(OpenMilestoneService milestones, ParticipantReader participantReader, CampaignLock lock) {
        this.milestones = milestones;
        this.participantReader = participantReader;
        this.lock = lock;
    }

    /**
     * Arrives at a milestone; the last one reaches it. Hands on {@code milestoneOpen}: whether there is anything to wait
     * for; there is not where the milestone was declared reached before, or is not drawn or switched on.
     */
    public void arrive(DelegateExecution execution, String milestone) {
        String campaign = execution.getProcessBusinessKey();
        lock.hold(campaign);
        Optional<ProcessInstance> open = milestones.find(campaign, milestone);
        if (open.isPresent()) {
            ParticipantReader.arrive(execution, milestone);
            open.filter(block -> participantReader.allAt(milestone, execution))
                    .ifPresent(block -> milestones.everyoneArrived(block, milestone));
        }
        MilestoneProcess.MILESTONE_OPEN.handOn(execution, open.isPresent());
    }

    /** Goes back to work before the milestone was reached. */
    public void leave(DelegateExecution execution, String milestone) {
        String campaign = execution.getProcessBusinessKey();
        lock.hold(campaign);
        ParticipantReader.leave(execution, milestone);
        milestones.find(campaign, milestone).ifPresent(milestones::someoneLeft);
    }
}
