package dev.convergence.campaign;

import static java.util.stream.Collectors.groupingBy;

import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.alignment.ConflictRecordRepository;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.escalation.stall.Stall;
import dev.convergence.escalation.stall.StallReader;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.GateReviewRepository;
import dev.convergence.gate.condition.ConditionRecord;
import dev.convergence.gate.condition.ConditionRecordRepository;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.handoff.HandoffRepository;
import dev.convergence.milestone.MilestoneRecord;
import dev.convergence.milestone.MilestoneRecordRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** All that is recorded of campaigns, read for all of them at once: about 25 queries, however many campaigns. */
@Component
class CampaignSnapshotReader {

    private final HistoricVariableRepository variables;
    private final CampaignProgressReader progress;
    private final CampaignDeletionReader deletions;
    private final GateReviewRepository reviews;
    private final ConditionRecordRepository conditions;
    private final HandoffRepository handoffs;
    private final MilestoneRecordRepository milestones;
    private final StallReader stalls;
    private final ConflictRecordRepository conflicts;

    CampaignSnapshotReader(
            HistoricVariableRepository variables,
            CampaignProgressReader progress,
            CampaignDeletionReader deletions,
            GateReviewRepository reviews,
            ConditionRecordRepository conditions,
            HandoffRepository handoffs,
            MilestoneRecordRepository milestones,
            StallReader stalls,
            ConflictRecordRepository conflicts) {
        this.variables = variables;
        this.progress = progress;
        this.deletions = deletions;
        this.reviews = reviews;
        this.conditions = conditions;
        this.handoffs = handoffs;
        this.milestones = milestones;
        this.stalls = stalls;
        this.conflicts = conflicts;
    }

    /** In the order of the campaigns. */
    List<CampaignSnapshot> of(List<HistoricProcessInstance> campaigns) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        Found found = found(campaigns);
        return campaigns.stream().map(found::of).toList();
    }

    private Found found(List<HistoricProcessInstance> campaigns) {
        List<String> keys =
                campaigns.stream().map(HistoricProcessInstance::getBusinessKey).toList();
        return new Found(
                variables.ofMany(
                        campaigns.stream().map(HistoricProcessInstance::getId).toList()),
                progress.of(campaigns),
                deletions.of(campaigns),
                reviews.of(keys).stream().collect(groupingBy(GateReview::campaignInstanceId)),
                conditions.of(keys).stream().collect(groupingBy(ConditionRecord::campaignInstanceId)),
                handoffs.of(keys).stream().collect(groupingBy(HandoffRecord::campaignInstanceId)),
                milestones.of(keys).stream().collect(groupingBy(MilestoneRecord::campaignInstanceId)),
                stalls.of(keys).stream().collect(groupingBy(Stall::campaignInstanceId)),
                conflicts.of(keys).stream().collect(groupingBy(ConflictRecord::campaignInstanceId)));
    }

    /** What was found of several campaigns, by the process instance of each. */
    private record Found(
            Map<String, Map<String, Object>> values,
            Map<String, CampaignProgressReader.Progress> progress,
            Map<String, CampaignDeletion> deletions,
            Map<String, List<GateReview>> gates,
            Map<String, List<ConditionRecord>> conditions,
            Map<String, List<HandoffRecord>> handoffs,
            Map<String, List<MilestoneRecord>> milestones,
            Map<String, List<Stall>> stalls,
            Map<String, List<ConflictRecord>> conflicts) {

        CampaignSnapshot of(HistoricProcessInstance campaign) {
            String id = campaign.getId();
            return new CampaignSnapshot(
                    campaign,
                    new CampaignContext(id, campaign.getBusinessKey(), values.getOrDefault(id, Map.of())),
                    progress.get(id),
                    Optional.ofNullable(deletions.get(id)),
                    gates.getOrDefault(id, List.of()),
                    conditions.getOrDefault(id, List.of()),
                    handoffs.getOrDefault(id, List.of()),
                    milestones.getOrDefault(id, List.of()),
                    stalls.getOrDefault(id, List.of()),
                    conflicts.getOrDefault(id, List.of()));
        }
    }
}
