package dev.convergence.campaign;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Reach;
import dev.convergence.milestone.MilestoneMoves;
import dev.convergence.milestone.MilestoneProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "moveMilestone", reach = Reach.CAMPAIGN, in = MilestoneProcess.KEY)
class MoveMilestoneDelegate implements JavaDelegate {

    private final CampaignPlanning planning;
    private final MilestoneMoves moves;

    MoveMilestoneDelegate(CampaignPlanning planning, MilestoneMoves moves) {
        this.planning = planning;
        this.moves = moves;
    }

    @Override
    public void execute(DelegateExecution milestone) {
        planning.milestoneMoved(milestone.getProcessBusinessKey(), moves.begin(milestone));
        moves.end(milestone);
    }
}
