package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.notification.webhook.EventPublisher;
import dev.convergence.notification.webhook.EventTypeCatalog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A campaign that was stopped at a gate is cancelled with the gate's comment as its rationale. */
@ModelBean(value = "recordCancellation", reach = BeanReach.CAMPAIGN, in = CampaignProcess.KEY)
class RecordCancellationDelegate implements JavaDelegate {

    private final GateReviewRepository reviews;
    private final Clock clock;
    private final EventPublisher eventPublisher;

    RecordCancellationDelegate(GateReviewRepository reviews, Clock clock, EventPublisher eventPublisher) {
        this.reviews = reviews;
        this.clock = clock;
        this.eventPublisher = eventPublisher;
    }

    @Override
    public void execute(DelegateExecution campaign) {
        CampaignProcess.CANCELLED_AT.set(campaign, clock.instant().toString());
        if (CampaignProcess.CANCELLATION_RATIONALE.find(campaign).isEmpty()) {
            stoppingReview(campaign).ifPresent(review -> {
                CampaignProcess.CANCELLATION_RATIONALE.set(campaign, review.name() + ": " + review.comment());
                Optional.ofNullable(review.decidedBy()).ifPresent(by -> CampaignProcess.CANCELLED_BY.set(campaign, by));
            });
        }
        String rationale = CampaignProcess.CANCELLATION_RATIONALE.find(campaign).orElse("");
        eventPublisher.happened(
                EventTypeCatalog.CAMPAIGN_CANCELLED,
                campaign.getProcessBusinessKey(),
                null,
                Map.of("rationale", rationale));
    }

    private Optional<GateReview> stoppingReview(DelegateExecution campaign) {
        return reviews.of(List.of(campaign.getProcessBusinessKey())).stream()
                .filter(review -> GateOutcome.STOPPED.name().equals(review.outcome()))
                .reduce((earlier, later) -> later);
    }
}
