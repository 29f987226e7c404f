package dev.convergence.campaign;

import dev.convergence.bounds.DateBounds;
import dev.convergence.calendar.WorkingCalendars;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.HistoricVariables;
import dev.convergence.engine.RowReader;
import dev.convergence.escalation.Stall;
import dev.convergence.escalation.StallReader;
import dev.convergence.gate.ConditionRecord;
import dev.convergence.gate.ConditionRecords;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviews;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.handoff.Handoffs;
import dev.convergence.milestone.MilestoneRecord;
import dev.convergence.milestone.MilestoneRecords;
import dev.convergence.problem.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Campaigns as they stand, read off the engine: about a dozen queries, however many campaigns. */
@Component
class CampaignReader {

    private static final String CAMPAIGN = "campaign";

    private final HistoryService history;
    private final HistoricVariables variables;
    private final GateReviews reviews;
    private final ConditionRecords conditions;
    private final Handoffs handoffs;
    private final MilestoneRecords milestones;
    private final StallReader stalls;
    private final ConflictRecords conflicts;
    private final Alignment alignment;
    private final CampaignProgress progress;
    private final PatternModel models;
    private final CampaignPlans plans;
    private final PlanWarnings warnings;
    private final WorkingCalendars calendars;
    private final CampaignKeys keys;
    private final CampaignDeletionReader deletions;

    CampaignReader(
            HistoryService history,
            HistoricVariables variables,
            GateReviews reviews,
            ConditionRecords conditions,
            Handoffs handoffs,
            MilestoneRecords milestones,
            StallReader stalls,
            ConflictRecords conflicts,
            Alignment alignment,
            CampaignProgress progress,
            PatternModel models,
            CampaignPlans plans,
            PlanWarnings warnings,
            WorkingCalendars calendars,
            CampaignKeys keys,
            CampaignDeletionReader deletions) {
        this.history = history;
        this.variables = variables;
        this.reviews = reviews;
        this.conditions = conditions;
        this.handoffs = handoffs;
        this.milestones = milestones;
        this.stalls = stalls;
        this.conflicts = conflicts;
        this.alignment = alignment;
        this.progress = progress;
        this.models = models;
        this.plans = plans;
        this.warnings = warnings;
        this.calendars = calendars;
        this.keys = keys;
        this.deletions = deletions;
    }

    /** A page of campaigns, the newest first. */
    List<CampaignView> page(int first, int most) {
        List<HistoricProcessInstance> started = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(CampaignProcess.KEY)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(first, most);
        Set<String> registered =
                keys.among(started.stream().map(HistoricProcessInstance::getId).toList());
        return views(started.stream()
                .filter(campaign -> registered.contains(campaign.getId()))
                .toList());
    }

    Optional<CampaignView> withKey(String key) {
        return views(registered(key)).stream().findFirst();
    }

    /**
     * How a campaign ended, empty while it runs: two queries.
     *
     * @throws NotFound where no campaign has this key
     */
    Optional<CampaignState> end(String key) {
        HistoricProcessInstance campaign =
                registered(key).stream().findFirst().orElseThrow(() -> new NotFound("Campaign", key));
        return end(campaign, variables.of(List.of(campaign.getId())).getOrDefault(campaign.getId(), Map.of()));
    }

    /** The touchpoints of a campaign, also of one that is over; empty where no campaign has this key. */
    Optional<List<CampaignRequest.Touchpoint>> touchpoints(String key) {
        return registered(key).stream().findFirst().map(campaign -> {
            Map<String, Object> values =
                    variables.of(List.of(campaign.getId())).getOrDefault(campaign.getId(), Map.of());
            return alignment.touchpoints(new CampaignContext(campaign.getId(), key, values));
        });
    }

    /** The campaign that was given this key; whatever else carries the key is none. */
    private List<HistoricProcessInstance> registered(String key) {
        return keys.instance(key)
                .map(instance -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .orElse(List.of());
    }

    private List<CampaignView> views(List<HistoricProcessInstance> campaigns) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        Map<String, HistoricProcessInstance> byId = new LinkedHashMap<>();
        campaigns.forEach(campaign -> byId.put(campaign.getId(), campaign));
        List<String> businessKeys =
                campaigns.stream().map(HistoricProcessInstance::getBusinessKey).toList();
        Map<String, List<GateReview>> gates =
                reviews.of(businessKeys).stream().collect(Collectors.groupingBy(GateReview::campaignInstanceId));
        Map<String, List<ConditionRecord>> set = conditions.of(businessKeys).stream()
                .collect(Collectors.groupingBy(ConditionRecord::campaignInstanceId));
        Map<String, List<HandoffRecord>> handed =
                handoffs.of(businessKeys).stream().collect(Collectors.groupingBy(HandoffRecord::campaignInstanceId));
        Map<String, List<MilestoneRecord>> shared = milestones.of(businessKeys).stream()
                .collect(Collectors.groupingBy(MilestoneRecord::campaignInstanceId));
        Map<String, List<Stall>> stalled =
                stalls.of(businessKeys).stream().collect(Collectors.groupingBy(Stall::campaignInstanceId));
        Map<String, List<ConflictRecord>> contradicting =
                conflicts.of(businessKeys).stream().collect(Collectors.groupingBy(ConflictRecord::campaignInstanceId));
        Map<String, Map<String, Object>> values = variables.of(byId.keySet());
        Map<String, CampaignProgress.Progress> states = progress.of(campaigns);
        return RowReader.all(
                CAMPAIGN,
                campaigns,
                HistoricProcessInstance::getBusinessKey,
                campaign -> view(
                        campaign,
                        values.getOrDefault(campaign.getId(), Map.of()),
                        states.get(campaign.getId()),
                        gates.getOrDefault(campaign.getId(), List.of()),
                        set.getOrDefault(campaign.getId(), List.of()),
                        handed.getOrDefault(campaign.getId(), List.of()),
                        shared.getOrDefault(campaign.getId(), List.of()),
                        stalled.getOrDefault(campaign.getId(), List.of()),
                        contradicting.getOrDefault(campaign.getId(), List.of())));
    }

    private CampaignView view(
            HistoricProcessInstance campaign,
            Map<String, Object> values,
            CampaignProgress.Progress progressed,
            List<GateReview> gates,
            List<ConditionRecord> set,
            List<HandoffRecord> handed,
            List<MilestoneRecord> shared,
            List<Stall> stalled,
            List<ConflictRecord> contradicting) {
        CampaignContext context = new CampaignContext(campaign.getId(), campaign.getBusinessKey(), values);
        Optional<CampaignDeletion> deletion =
                values.containsKey(CampaignProcess.CANCELLED_AT.name()) ? Optional.empty() : deletions.of(campaign);
        Plan plan = plans.of(context);
        String key = campaign.getBusinessKey();
        return new CampaignView(
                key,
                part(key, context::name),
                part(key, () -> CampaignProcess.TYPE.find(values).orElse(null)),
                part(key, context::priority),
                part(key, () -> context.pattern().orElse(null)),
                state(campaign, values, progressed),
                progressed.stage(),
                part(key, () -> CampaignProcess.PLANNED_LAUNCH
                        .find(values)
                        .map(DateBounds::instant)
                        .orElse(null)),
                part(key, () -> CampaignProcess.LAUNCHED_AT
                        .find(values)
                        .map(DateBounds::instant)
                        .orElse(null)),
                part(key, () -> CampaignProcess.CANCELLATION_RATIONALE
                        .find(values)
                        .or(() -> deletion.map(CampaignDeletion::rationale))
                        .orElse(null)),
                part(key, () -> CampaignProcess.CANCELLED_BY
                        .find(values)
                        .or(() -> deletion.flatMap(CampaignDeletion::by))
                        .orElse(null)),
                part(key, () -> CampaignProcess.ROI.find(values).orElse(null)),
                part(key, () -> CampaignProcess.TEAM_SATISFACTION.find(values).orElse(null)),
                gateViews(gates, progressed, plan),
                set.stream().map(CampaignView.ConditionView::of).toList(),
                handed.stream().map(CampaignView.HandoffView::of).toList(),
                shared.stream().map(CampaignView.MilestoneView::of).toList(),
                stalled,
                contradicting.size(),
                contradicting.stream()
                        .filter(ConflictRecord::isOpen)
                        .map(CampaignView.ConflictView::of)
                        .toList(),
                Optional.ofNullable(part(key, () -> warnings.of(plan))).orElse(List.of()));
    }

    /** One thing about a campaign; null where it cannot be read. */
    private static <T> T part(String key, Supplier<T> part) {
        return RowReader.one(CAMPAIGN, key, part).orElse(null);
    }

    private static CampaignState state(
            HistoricProcessInstance campaign, Map<String, Object> values, CampaignProgress.Progress progressed) {
        return end(campaign, values).orElseGet(() -> underWay(values, progressed));
    }

    private static Optional<CampaignState> end(HistoricProcessInstance campaign, Map<String, Object> values) {
        if (values.containsKey(CampaignProcess.CANCELLED_AT.name())) {
            return Optional.of(CampaignState.CANCELLED);
        }
        if (campaign.getEndTime() == null) {
            return Optional.empty();
        }
        return Optional.of(CampaignDeletionReader.isDeleted(campaign) ? CampaignState.CANCELLED : CampaignState.CLOSED);
    }

    private static CampaignState underWay(Map<String, Object> values, CampaignProgress.Progress progressed) {
        if (values.containsKey(CampaignProcess.LAUNCHED_AT.name())) {
            return CampaignState.LAUNCHED;
        }
        return progressed.patternDefinitionId() == null ? CampaignState.PLANNING : CampaignState.CONVERGING;
    }

    /** The gates that were reached, each with its last review, then those of the pattern that lie ahead. */
    private List<CampaignView.GateView> gateViews(
            List<GateReview> reviewed, CampaignProgress.Progress progressed, Plan plan) {
        Map<String, CampaignView.GateView> views = new LinkedHashMap<>();
        reviewed.forEach(review -> views.put(review.gate(), CampaignView.GateView.reached(review)));
        if (progressed.patternDefinitionId() != null) {
            models.gates(progressed.patternDefinitionId())
                    .forEach(gate -> views.computeIfAbsent(
                            gate.id(), id -> CampaignView.GateView.ahead(id, gate.name(), plannedFor(id, plan))));
        }
        return new ArrayList<>(views.values());
    }

    private Instant plannedFor(String gate, Plan plan) {
        return part(gate, () -> plan.entry(gate).map(this::closeOfBusiness).orElse(null));
    }

    private Instant closeOfBusiness(PlanEntry entry) {
        return calendars.ofGroup(entry.group()).closeOf(entry.due());
    }
}
