package dev.convergence.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who deleted campaigns' processes, as the engine's log of operations has it, whose own query answers for one process at a
 * time. Asks only where one was deleted.
 */
@Component
class CampaignDeletionReader {

    private final JdbcClient jdbc;

    CampaignDeletionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that were deleted, by the id of the process instance. One query at most. */
    Map<String, CampaignDeletion> of(Collection<HistoricProcessInstance> campaigns) {
        List<HistoricProcessInstance> deleted =
                campaigns.stream().filter(CampaignDeletionReader::isDeleted).toList();
        if (deleted.isEmpty()) {
            return Map.of();
        }
        Map<String, String> by =
                by(deleted.stream().map(HistoricProcessInstance::getId).toList());
        return deleted.stream()
                .collect(Collectors.toMap(
                        HistoricProcessInstance::getId,
                        campaign -> new CampaignDeletion(
                                Optional.ofNullable(by.get(campaign.getId())),
                                Optional.ofNullable(campaign.getDeleteReason()).orElse(""))));
    }

    /** With a reason or without one. */
    static boolean isDeleted(HistoricProcessInstance campaign) {
        return campaign.getDeleteReason() != null
                || HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(campaign.getState());
    }

    private Map<String, String> by(List<String> instances) {
        Map<String, String> by = new HashMap<>();
        jdbc.sql(
                        """
                        select proc_inst_id_, user_id_ from act_hi_op_log
                        where proc_inst_id_ in (:instances) and entity_type_ = :entity and operation_type_ = :operation""")
                .param("instances", instances)
                .param("entity", EntityTypes.PROCESS_INSTANCE)
                .param("operation", UserOperationLogEntry.OPERATION_TYPE_DELETE)
                .query(row -> {
                    by.put(row.getString(1), row.getString(2));
                });
        return by;
    }
}
