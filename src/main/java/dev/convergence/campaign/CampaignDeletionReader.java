package dev.convergence.campaign;

import java.util.Optional;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;

/** Who deleted a campaign's process, as the engine's log of operations has it. Asks only where one was deleted. */
@Component
class CampaignDeletionReader {

    private final HistoryService history;

    CampaignDeletionReader(HistoryService history) {
        this.history = history;
    }

    Optional<CampaignDeletion> of(HistoricProcessInstance campaign) {
        return isDeleted(campaign)
                ? Optional.of(new CampaignDeletion(
                        by(campaign.getId()),
                        Optional.ofNullable(campaign.getDeleteReason()).orElse("")))
                : Optional.empty();
    }

    /** With a reason or without one. */
    static boolean isDeleted(HistoricProcessInstance campaign) {
        return campaign.getDeleteReason() != null
                || HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(campaign.getState());
    }

    private Optional<String> by(String instance) {
        return history
                .createUserOperationLogQuery()
                .processInstanceId(instance)
                .entityType(EntityTypes.PROCESS_INSTANCE)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_DELETE)
                .listPage(0, 1)
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst();
    }
}
