package dev.convergence.handoff;

import dev.convergence.engine.ModelBean;
import dev.convergence.engine.Refusal;
import dev.convergence.engine.Texts;
import dev.convergence.escalation.ResponseTimes;
import dev.convergence.escalation.Stalls;
import dev.convergence.notification.EventTypes;
import dev.convergence.notification.Events;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Refuses who may not answer and an answer that is not one, and ends the stall. */
@ModelBean("answerHandoff")
class AnswerHandoffListener implements TaskListener {

    private final HandoffAuthority authority;
    private final Stalls stalls;
    private final ResponseTimes responses;
    private final Events events;

    AnswerHandoffListener(HandoffAuthority authority, Stalls stalls, ResponseTimes responses, Events events) {
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
                EventTypes.HANDOFF_ANSWERED,
                acceptance.getExecution().getProcessBusinessKey(),
                HandoffProcess.HANDOFF_ID.get(acceptance),
                Map.of("accepted", HandoffProcess.HANDOFF_ACCEPTED.get(acceptance)));
    }

    private static void check(Map<String, Object> answer) {
        boolean accepted = HandoffProcess.HANDOFF_ACCEPTED
                .find(answer)
                .orElseThrow(() -> new Refusal(
                        HandoffProcess.HANDOFF_ACCEPTED.name(), "is missing: accept the handoff or return it"));
        if (accepted) {
            Texts.optional(HandoffProcess.HANDOFF_COMMENT, answer);
        } else {
            Texts.require(HandoffProcess.HANDOFF_COMMENT, answer, "say why the handoff is returned");
        }
    }
}
