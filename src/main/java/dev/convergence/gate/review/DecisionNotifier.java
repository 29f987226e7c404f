package dev.convergence.gate.review;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.task.CallActivityNameReader;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.gate.GateDecider;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateProcess;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Tells the informed groups, and whoever else listens, how a gate was decided. */
@Component
class DecisionNotifier {

    private static final String SUBJECT = "decision";

    private final NoticeService noticeService;
    private final EventPublisher eventPublisher;

    DecisionNotifier(NoticeService noticeService, EventPublisher eventPublisher) {
        this.noticeService = noticeService;
        this.eventPublisher = eventPublisher;
    }

    /** Tells other systems. */
    void publish(DelegateExecution gate, GateDecider decider) {
        if (eventPublisher.anybodyListens()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("outcome", GateProcess.GATE_OUTCOME.get(gate));
            data.put("decidedBy", decider.by());
            data.put("comment", GateProcess.GATE_COMMENT.find(gate).orElse(null));
            eventPublisher.happened(
                    EventTypeCatalog.GATE_DECIDED, gate.getProcessBusinessKey(), GateProcess.GATE_ID.get(gate), data);
        }
    }

    /** Who decides by completing the review, and for whom; null where the application does. */
    static String decider(DelegateTask review) {
        return review.getAssignee() == null ? null : TaskAuthorReader.inWords(review.getAssignee(), review.getOwner());
    }

    void tell(DelegateExecution gate, CampaignContext campaign, List<String> groups, GateDecider decider) {
        String text = text(gate, campaign, decider);
        String id = GateProcess.GATE_ID.get(gate);
        noticeService.tell(campaign.key(), id, groups, SUBJECT, text);
    }

    private static String text(DelegateExecution gate, CampaignContext campaign, GateDecider decider) {
        String id = GateProcess.GATE_ID.get(gate);
        String name = GateProcess.GATE_NAME.find(gate).orElseGet(() -> CallActivityNameReader.of(gate, id));
        String outcome = GateOutcome.inWords(GateProcess.GATE_OUTCOME.get(gate));
        return "Gate “%s” of campaign “%s” (%s) was %s%s.%s%s"
                .formatted(
                        name,
                        campaign.name(),
                        campaign.key(),
                        outcome,
                        decider.by() == null ? "" : " by " + decider.by(),
                        GateProcess.GATE_COMMENT
                                .find(gate)
                                .map(comment -> " Comment: " + comment)
                                .orElse(""),
                        GateProcess.GATE_CONDITIONS
                                .find(gate)
                                .map(conditions -> " Conditions: " + conditions)
                                .orElse(""));
    }
}
