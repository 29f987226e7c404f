package dev.convergence.handoff;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.engine.variable.TextValidator;
import dev.convergence.escalation.StallService;
import dev.convergence.escalation.wait.ResponseTimeMetrics;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses who may not answer and an answer that is not one, and ends the stall. */
@ModelBean(value = "answerHandoff", reach = BeanReach.PERSON, in = HandoffProcess.KEY)
class AnswerHandoffListener implements TaskListener {

    private final HandoffAuthority authority;
    private final StallService stalls;
    private final ResponseTimeMetrics responses;
    private final EventPublisher events;

    AnswerHandoffListener(
            HandoffAuthority authority, StallService stalls, ResponseTimeMetrics responses, EventPublisher events) {
        this.authority = authority;
        this.stalls = stalls;
        this.responses = responses;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask acceptance) {
        authority.require(acceptance);
        check(acceptance.getVariables());
        stalls.resolve(acceptance);
        responses.answered(acceptance);
        events.happened(
                EventTypeCatalog.HANDOFF_ANSWERED,
                acceptance.getExecution().getProcessBusinessKey(),
                HandoffProcess.HANDOFF_ID.get(acceptance),
                Map.of("accepted", HandoffProcess.HANDOFF_ACCEPTED.get(acceptance)));
    }

    private static void check(Map<String, Object> answer) {
        boolean accepted = HandoffProcess.HANDOFF_ACCEPTED
                .find(answer)
                .orElseThrow(() -> new RefusalException(
                        HandoffProcess.HANDOFF_ACCEPTED.name(), "is missing: accept the handoff or return it"));
        if (accepted) {
            TextValidator.optional(HandoffProcess.HANDOFF_COMMENT, answer);
        } else {
            TextValidator.require(HandoffProcess.HANDOFF_COMMENT, answer, "say why the handoff is returned");
        }
    }
}
