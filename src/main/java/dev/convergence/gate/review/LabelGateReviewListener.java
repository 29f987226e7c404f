package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.gate.GateProcess;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Names the review after the activity that calls this process, and after its campaign, as lists of tasks show it. One
 * voter's part is that voter's from the start.
 */
@ModelBean(value = "labelGateReview", reach = BeanReach.CAMPAIGN, in = GateProcess.KEY)
class LabelGateReviewListener implements TaskListener {

    private final ReviewNotifier notices;

    LabelGateReviewListener(ReviewNotifier notices) {
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask review) {
        String id = GateProcess.GATE_ID.get(review);
        String name = GateProcess.GATE_NAME.find(review).orElseGet(() -> CallActivityNameReader.of(review, id));
        GateProcess.GATE_ID.setLocal(review, id);
        GateProcess.GATE_NAME.setLocal(review, name);
        CampaignContext.NAME.find(review).ifPresent(campaign -> CampaignContext.NAME.setLocal(review, campaign));
        review.setName(CallActivityNameReader.label(review, name));
        GateProcess.VOTER.find(review).ifPresent(review::setAssignee);
        notices.asked(review, id, name);
    }
}
