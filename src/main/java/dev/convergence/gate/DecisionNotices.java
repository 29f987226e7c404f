package dev.convergence.gate;

import dev.convergence.engine.CallerName;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.DoneBy;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import dev.convergence.notification.Notices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Tells the informed groups, and whoever else listens, how a gate was decided. */
@Component
class DecisionNotices {

    private static final String SUBJECT = "decision";

    private final Notices notices;
    private final Events events;

    DecisionNotices(Notices notices, Events events) {
        this.notices = notices;
        this.events = events;
    }

    /** Tells other systems. */
    void publish(DelegateExecution gate, GateDecider decider) {
        if (events.anybodyListens()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("outcome", GateProcess.GATE_OUTCOME.get(gate));
            data.put("decidedBy", decider.by());
            data.put("comment", GateProcess.GATE_COMMENT.find(gate).orElse(null));
            events.happened(EventTypes.GATE_DECIDED, gate.getProcessBusinessKey(), GateProcess.GATE_ID.get(gate), data);
        }
    }

    /** Who decides by completing the review, and for whom; null where the application does. */
    static String decider(DelegateTask review) {
        return review.getAssignee() == null ? null : DoneBy.inWords(review.getAssignee(), review.getOwner());
    }

    void tell(DelegateExecution gate, CampaignContext campaign, List<String> groups, GateDecider decider) {
        String text = text(gate, campaign, decider);
        String id = GateProcess.GATE_ID.get(gate);
        notices.tell(campaign.key(), id, groups, SUBJECT, text);
    }

    private static String text(DelegateExecution gate, CampaignContext campaign, GateDecider decider) {
        String id = GateProcess.GATE_ID.get(gate);
        String name = GateProcess.GATE_NAME.find(gate).orElseGet(() -> CallerName.of(gate, id));
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
