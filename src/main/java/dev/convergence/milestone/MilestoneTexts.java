package dev.convergence.milestone;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.task.CallActivityNameReader;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How a milestone is told of. */
final class MilestoneTexts {

    private MilestoneTexts() {}

    /** What a milestone is called where people read of it. */
    static String title(DelegateExecution milestone, CampaignContext.Reader campaigns) {
        String name = CallActivityNameReader.of(milestone, MilestoneProcess.MILESTONE_ID.get(milestone));
        return "Milestone \u201c" + name + "\u201d of campaign \u201c"
                + campaigns.of(milestone).name() + "\u201d";
    }

    static String reached(
            DelegateExecution milestone, CampaignContext.Reader campaigns, MilestoneDeciderResolver deciders) {
        String what = title(milestone, campaigns) + " is reached";
        boolean declared = MilestoneProcess.ACTION
                .find(milestone)
                .filter(MilestoneAction.REACHED::isThat)
                .isPresent();
        return declared
                ? what + "; declared by "
                        + deciders.of(milestone) + ": "
                        + MilestoneProcess.COMMENT.find(milestone).orElse("")
                : what + ": everyone has arrived.";
    }
}
