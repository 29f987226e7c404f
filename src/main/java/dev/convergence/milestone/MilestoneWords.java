package dev.convergence.milestone;

import dev.convergence.engine.CampaignContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How the end of a milestone is told. */
final class MilestoneWords {

    private MilestoneWords() {}

    static String reached(DelegateExecution milestone, String name, CampaignContext.Reader campaigns) {
        String what = "Milestone \u201c" + name + "\u201d of campaign \u201c"
                + campaigns.of(milestone).name() + "\u201d is reached";
        boolean declared = MilestoneProcess.ACTION
                .find(milestone)
                .filter(MilestoneAction.REACHED::isThat)
                .isPresent();
        return declared
                ? what + "; declared by "
                        + MilestoneProcess.DONE_BY.find(milestone).orElse("") + ": "
                        + MilestoneProcess.COMMENT.find(milestone).orElse("")
                : what + ": everyone has arrived.";
    }
}
