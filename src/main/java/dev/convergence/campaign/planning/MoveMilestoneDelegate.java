package dev.convergence.campaign.planning;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.milestone.MilestoneMoveService;
import dev.convergence.milestone.MilestoneProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@ModelBean(value = "moveMilestone", reach = BeanReach.CAMPAIGN, in = MilestoneProcess.KEY)
class MoveMilestoneDelegate implements JavaDelegate {

    private final PlanningService planning;
    private final MilestoneMoveService moves;

    MoveMilestoneDelegate(PlanningService planning, MilestoneMoveService moves) {
        this.planning = planning;
        this.moves = moves;
    }

    @Override
    public void execute(DelegateExecution milestone) {
        planning.milestoneMoved(milestone.getProcessBusinessKey(), moves.begin(milestone));
        moves.end(milestone);
    }
}
