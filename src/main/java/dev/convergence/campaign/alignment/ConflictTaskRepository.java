package dev.convergence.campaign.alignment;

import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.engine.query.RowReader;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The conflicts that are open: each is a task of its campaign, which stands as long as the conflict does. */
@Component
public class ConflictTaskRepository {

    /** Read by name, because the places are JSON, which nobody needs here. */
    private static final List<String> RECORD = List.of(
            CampaignProcess.CONFLICT_KEY.name(),
            CampaignProcess.CONFLICT_KIND.name(),
            CampaignProcess.CONFLICT_ABOUT.name(),
            CampaignProcess.CONFLICT_MESSAGE.name(),
            CampaignProcess.CONFLICT_OWNERS.name(),
            CampaignProcess.CONFLICT_INCIDENT.name());

    /** Between the owners. */
    static final String SEPARATOR = ",";

    private final TaskService tasks;

    ConflictTaskRepository(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * An open conflict.
     *
     * @param id the task's, by which the conflict is known; its incident's configuration
     * @param executionId the task's own
     * @param incident the id of the incident that shows it
     */
    public record Open(
            String id,
            String executionId,
            String key,
            ConflictKind kind,
            String about,
            String words,
            List<String> owners,
            String incident) {

        String message() {
            return kind.withRemedy(words);
        }
    }

    /** The open conflicts of a campaign, the oldest first: a query, and one more for each. */
    List<Open> of(String campaignInstanceId) {
        return tasks
                .createTaskQuery()
                .processInstanceId(campaignInstanceId)
                .taskDefinitionKey(CampaignProcess.RESOLVE_CONFLICT)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .flatMap(task ->
                        RowReader.one("conflict", task.getName(), () -> open(task.getId(), task.getExecutionId()))
                                .stream())
                .toList();
    }

    /** The open conflicts of one kind. A query where there are none. */
    List<Open> of(String campaignKey, ConflictKind kind) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(campaignKey)
                .taskDefinitionKey(CampaignProcess.RESOLVE_CONFLICT)
                .taskVariableValueEquals(CampaignProcess.CONFLICT_KIND.name(), kind.incidentType())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .flatMap(task ->
                        RowReader.one("conflict", task.getName(), () -> open(task.getId(), task.getExecutionId()))
                                .stream())
                .toList();
    }

    /** The conflict of a task, which may be about to be completed. */
    public Open open(String taskId, String executionId) {
        Map<String, Object> local = tasks.getVariablesLocal(taskId, RECORD);
        return new Open(
                taskId,
                executionId,
                CampaignProcess.CONFLICT_KEY.find(local).orElse(""),
                ConflictKind.of(CampaignProcess.CONFLICT_KIND.find(local).orElse("")),
                CampaignProcess.CONFLICT_ABOUT.find(local).orElse(""),
                CampaignProcess.CONFLICT_MESSAGE.find(local).orElse(""),
                List.of(CampaignProcess.CONFLICT_OWNERS.find(local).orElse("").split(SEPARATOR)),
                CampaignProcess.CONFLICT_INCIDENT.find(local).orElse(""));
    }
}
