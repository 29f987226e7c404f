package dev.convergence.campaign;

import dev.convergence.bounds.DateBounds;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.planning.PlanWarningReader;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.PatternModel;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.gate.GateReview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Shows campaigns to readers of the API. What cannot be read of one is left out, and the rest of it is shown. */
@Component
class CampaignViewMapper {

    private static final String CAMPAIGN = "campaign";

    private final PatternModel models;
    private final CampaignPlanRepository plans;
    private final PlanWarningReader warnings;
    private final WorkingCalendarRegistry calendars;

    CampaignViewMapper(
            PatternModel models,
            CampaignPlanRepository plans,
            PlanWarningReader warnings,
            WorkingCalendarRegistry calendars) {
        this.models = models;
        this.plans = plans;
        this.warnings = warnings;
        this.calendars = calendars;
    }

    List<CampaignView> of(List<CampaignSnapshot> campaigns) {
        return RowReader.all(CAMPAIGN, campaigns, CampaignSnapshot::key, this::of);
    }

    private CampaignView of(CampaignSnapshot campaign) {
        CampaignContext context = campaign.context();
        Facts facts = new Facts(campaign);
        Plan plan = plans.of(context);
        return new CampaignView(
                campaign.key(),
                facts.read(context::name),
                facts.value(CampaignProcess.TYPE),
                facts.read(context::priority),
                facts.read(() -> context.pattern().orElse(null)),
                campaign.state(),
                campaign.progress().stage(),
                facts.moment(CampaignProcess.PLANNED_LAUNCH),
                facts.moment(CampaignProcess.LAUNCHED_AT),
                facts.cancellationRationale(),
                facts.cancelledBy(),
                facts.value(CampaignProcess.ROI),
                facts.value(CampaignProcess.TEAM_SATISFACTION),
                gates(campaign, plan),
                campaign.conditions().stream()
                        .map(CampaignView.ConditionView::of)
                        .toList(),
                campaign.handoffs().stream().map(CampaignView.HandoffView::of).toList(),
                campaign.milestones().stream()
                        .map(CampaignView.MilestoneView::of)
                        .toList(),
                campaign.stalls(),
                campaign.conflicts().size(),
                campaign.conflicts().stream()
                        .filter(ConflictRecord::isOpen)
                        .map(CampaignView.ConflictView::of)
                        .toList(),
                Optional.ofNullable(facts.read(() -> warnings.of(plan))).orElse(List.of()));
    }

    /** Single facts of a campaign, each null where there is none or it cannot be read. */
    private record Facts(CampaignSnapshot campaign) {

        <T> T read(Supplier<T> fact) {
            return part(campaign.key(), fact);
        }

        <T> T value(ProcessVariable<T> processVariable) {
            return read(() -> processVariable.find(campaign.values()).orElse(null));
        }

        Instant moment(ProcessVariable<String> processVariable) {
            return read(() -> processVariable
                    .find(campaign.values())
                    .map(DateBounds::instant)
                    .orElse(null));
        }

        String cancellationRationale() {
            return read(() -> CampaignProcess.CANCELLATION_RATIONALE
                    .find(campaign.values())
                    .or(() -> deletion().map(CampaignDeletion::rationale))
                    .orElse(null));
        }

        String cancelledBy() {
            return read(() -> CampaignProcess.CANCELLED_BY
                    .find(campaign.values())
                    .or(() -> deletion().flatMap(CampaignDeletion::by))
                    .orElse(null));
        }

        /** Of a campaign that was cancelled first, its end says what happened. */
        private Optional<CampaignDeletion> deletion() {
            return campaign.values().containsKey(CampaignProcess.CANCELLED_AT.name())
                    ? Optional.empty()
                    : campaign.deletion();
        }
    }

    private static <T> T part(String key, Supplier<T> part) {
        return RowReader.one(CAMPAIGN, key, part).orElse(null);
    }

    /** The gates that were reached, each with its last review, then those of the pattern that lie ahead. */
    private List<CampaignView.GateView> gates(CampaignSnapshot campaign, Plan plan) {
        Map<String, CampaignView.GateView> views = new LinkedHashMap<>();
        for (GateReview review : campaign.gates()) {
            views.put(review.gate(), CampaignView.GateView.reached(review));
        }
        Optional.ofNullable(campaign.progress().patternDefinitionId()).stream()
                .flatMap(pattern -> models.gates(pattern).stream())
                .forEach(gate -> views.computeIfAbsent(
                        gate.id(), id -> CampaignView.GateView.ahead(id, gate.name(), plannedFor(id, plan))));
        return new ArrayList<>(views.values());
    }

    private Instant plannedFor(String gate, Plan plan) {
        return part(gate, () -> plan.entry(gate).map(this::closeOfBusiness).orElse(null));
    }

    private Instant closeOfBusiness(PlanEntry entry) {
        return calendars.ofGroup(entry.group()).closeOf(entry.due());
    }
}
