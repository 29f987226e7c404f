package dev.convergence.campaign.alignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.campaign.conflict.ConflictPlace;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.engine.variable.EngineTimeConverter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * The conflicts of campaigns, read off the engine's history: one query, and a second where there are any, however many
 * campaigns.
 */
@Component
public class ConflictRecordRepository {

    private static final TypeReference<List<ConflictPlace>> PLACES = new TypeReference<>() {};

    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final ObjectMapper json;

    ConflictRecordRepository(HistoryService history, HistoricVariableRepository variables, ObjectMapper json) {
        this.history = history;
        this.variables = variables;
        this.json = json;
    }

    /** All conflicts of these campaigns, the oldest first. */
    public List<ConflictRecord> of(Collection<String> campaignKeys) {
        List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .taskDefinitionKey(CampaignProcess.RESOLVE_CONFLICT)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
        Map<String, Map<String, Object>> values = variables.ofTasks(tasks);
        return RowReader.all(
                "conflict",
                tasks,
                HistoricTaskInstance::getName,
                task -> conflict(task, values.getOrDefault(task.getId(), Map.of())));
    }

    private ConflictRecord conflict(HistoricTaskInstance task, Map<String, Object> values) {
        String kind = CampaignProcess.CONFLICT_KIND.find(values).orElse("");
        Optional<Instant> resolved =
                CampaignProcess.CONFLICT_RESOLVED_AT.find(values).map(Instant::parse);
        return new ConflictRecord(
                task.getRootProcessInstanceId(),
                task.getId(),
                kind,
                state(task, resolved),
                ConflictKind.of(kind)
                        .withRemedy(
                                CampaignProcess.CONFLICT_MESSAGE.find(values).orElse("")),
                places(values.get(CampaignProcess.CONFLICT_PLACES.name())),
                EngineTimeConverter.instant(task.getStartTime()),
                resolved.orElse(null));
    }

    private static ConflictRecord.State state(HistoricTaskInstance task, Optional<Instant> resolved) {
        if (resolved.isPresent()) {
            return ConflictRecord.State.RESOLVED;
        }
        return task.getEndTime() == null ? ConflictRecord.State.OPEN : ConflictRecord.State.LAPSED;
    }

    private List<ConflictPlace> places(Object text) {
        try {
            return text == null ? List.of() : json.readValue(text.toString(), PLACES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the places of a conflict are unreadable", unreadable);
        }
    }
}
