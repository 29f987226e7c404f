package dev.convergence.milestone;

import dev.convergence.context.CampaignLock;
import dev.convergence.engine.task.CallActivityNameReader;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The step that moves a milestone's date. While it is under way the milestone does not wait, so nobody can tell it. */
@Component
public class MilestoneMoveService {

    private final CampaignLock lock;
    private final MilestoneDeciderResolver deciders;

    MilestoneMoveService(CampaignLock lock, MilestoneDeciderResolver deciders) {
        this.deciders = deciders;
        this.lock = lock;
    }

    /** What was asked for; nobody arrives until the transaction has ended. */
    public MilestoneMove begin(DelegateExecution milestone) {
        lock.hold(milestone.getProcessBusinessKey());
        String id = MilestoneProcess.MILESTONE_ID.get(milestone);
        return new MilestoneMove(
                id,
                CallActivityNameReader.of(milestone, id),
                MilestoneProcess.TOLD_DUE_AT.get(milestone).toInstant(),
                LocalDate.parse(MilestoneProcess.NEW_DUE.get(milestone)),
                MilestoneProcess.COMMENT.get(milestone),
                deciders.of(milestone));
    }

    /** Hands on whether everybody has arrived meanwhile. */
    public void end(DelegateExecution milestone) {
        boolean allThere = MilestoneProcess.ARRIVED_MEANWHILE.find(milestone).orElse(false);
        MilestoneProcess.ALL_THERE.handOn(milestone, allThere);
    }
}
