package dev.convergence.campaign;

import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignState;
import dev.convergence.context.CampaignContext;
import dev.convergence.escalation.stall.Stall;
import dev.convergence.gate.GateReview;
import dev.convergence.gate.condition.ConditionRecord;
import dev.convergence.handoff.HandoffRecord;
import dev.convergence.milestone.MilestoneRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

/**
 * All that the engine has recorded of one campaign, as it stands.
 *
 * @param deletion where an administrator deleted its process
 */
record CampaignSnapshot(
        HistoricProcessInstance instance,
        CampaignContext context,
        CampaignProgressReader.Progress progress,
        Optional<CampaignDeletion> deletion,
        List<GateReview> gates,
        List<ConditionRecord> conditions,
        List<HandoffRecord> handoffs,
        List<MilestoneRecord> milestones,
        List<Stall> stalls,
        List<ConflictRecord> conflicts) {

    String key() {
        return context.key();
    }

    Map<String, Object> values() {
        return context.values();
    }

    CampaignState state() {
        return end(instance, values()).orElseGet(this::underWay);
    }

    private CampaignState underWay() {
        if (values().containsKey(CampaignProcess.LAUNCHED_AT.name())) {
            return CampaignState.LAUNCHED;
        }
        return progress.patternDefinitionId() == null ? CampaignState.PLANNING : CampaignState.CONVERGING;
    }

    /** How a campaign ended, by its instance and variables; empty while it runs. */
    static Optional<CampaignState> end(HistoricProcessInstance campaign, Map<String, Object> values) {
        if (values.containsKey(CampaignProcess.CANCELLED_AT.name())) {
            return Optional.of(CampaignState.CANCELLED);
        }
        if (campaign.getEndTime() == null) {
            return Optional.empty();
        }
        return Optional.of(CampaignDeletionReader.isDeleted(campaign) ? CampaignState.CANCELLED : CampaignState.CLOSED);
    }
}
