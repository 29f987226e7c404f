package dev.convergence.campaign.planning;

import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.PatternModel;
import dev.convergence.context.CampaignContext;
import dev.convergence.draft.TrackProcess;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.gate.GateOutcome;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.handoff.HandoffRepository;
import dev.convergence.milestone.MilestoneRecord;
import dev.convergence.milestone.MilestoneRecordRepository;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/**
 * What a campaign has behind it: gates that are decided, milestones that are reached, handoffs that are answered,
 * stages and tracks that have ended, the launch. Their dates are history. About a dozen queries.
 */
@Component
class FinishedElementReader {

    private static final String ANSWERED = "ACCEPTED";

    private final GateReviewRepository reviews;
    private final HandoffRepository handoffs;
    private final MilestoneRecordRepository milestones;
    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final PatternModel models;

    FinishedElementReader(
            GateReviewRepository reviews,
            HandoffRepository handoffs,
            MilestoneRecordRepository milestones,
            HistoryService history,
            HistoricVariableRepository variables,
            PatternModel models) {
        this.reviews = reviews;
        this.handoffs = handoffs;
        this.milestones = milestones;
        this.history = history;
        this.variables = variables;
        this.models = models;
    }

    /** By the ids that the plan knows them by. What is sent back is no longer done. */
    Set<String> done(CampaignContext campaign) {
        List<String> key = List.of(campaign.key());
        Map<String, Boolean> done = new HashMap<>();
        reviews.of(key).forEach(review -> done.put(review.gate(), isDecided(review)));
        milestones.of(key).forEach(milestone -> done.put(milestone.milestone(), isReached(milestone)));
        handoffs.of(key).forEach(handoff -> done.put(handoff.handoff(), isAnswered(handoff)));
        instances(campaign.key()).forEach(instance -> addPartsOf(instance, done));
        done.put(
                CampaignPlanFactory.LAUNCH,
                CampaignProcess.LAUNCHED_AT.find(campaign.values()).isPresent());
        return done.keySet().stream().filter(done::get).collect(Collectors.toSet());
    }

    private static boolean isDecided(GateReview review) {
        return !review.isOpen() && !GateOutcome.SENT_BACK.name().equals(review.outcome());
    }

    private static boolean isReached(MilestoneRecord milestone) {
        return milestone.reachedAt() != null;
    }

    private static boolean isAnswered(HandoffRecord handoff) {
        return ANSWERED.equals(handoff.state());
    }

    private List<HistoricProcessInstance> instances(String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
    }

    private void addPartsOf(HistoricProcessInstance instance, Map<String, Boolean> done) {
        if (instance.getProcessDefinitionKey().equals(TrackProcess.KEY)) {
            TrackProcess.TRACK_ID
                    .find(variables.of(List.of(instance.getId())).getOrDefault(instance.getId(), Map.of()))
                    .ifPresent(track -> done.put(track, instance.getEndTime() != null));
        }
        if (instance.getProcessDefinitionKey().endsWith(CampaignContext.PATTERN_SUFFIX)) {
            stages(instance).forEach(done::put);
        }
    }

    /** A stage has ended where it was under way, and nothing of it is. */
    private Map<String, Boolean> stages(HistoricProcessInstance pattern) {
        Set<String> underWay = new HashSet<>();
        Map<String, Boolean> stages = new HashMap<>();
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(pattern.getId())
                .list()) {
            models.stage(pattern.getProcessDefinitionId(), activity.getActivityId())
                    .ifPresent(stage -> {
                        stages.put(stage, true);
                        if (activity.getEndTime() == null) {
                            underWay.add(stage);
                        }
                    });
        }
        underWay.forEach(stage -> stages.put(stage, false));
        return stages;
    }
}
