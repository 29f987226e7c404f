package dev.convergence.campaign.dossier;

import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.alignment.ConflictRecordRepository;
import dev.convergence.campaign.conflict.ConflictKind;
import dev.convergence.campaign.conflict.ConflictPlace;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The conflict that somebody is about to settle; on other forms there is none. */
@Component
class ConflictDossierSection implements DossierSection {

    private final TaskService tasks;
    private final ConflictRecordRepository conflicts;

    ConflictDossierSection(TaskService tasks, ConflictRecordRepository conflicts) {
        this.tasks = tasks;
        this.conflicts = conflicts;
    }

    @Override
    public String name() {
        return "conflict";
    }

    @Override
    public Map<String, Object> of(DelegateExecution execution, CampaignContext campaign) {
        if (!CampaignProcess.RESOLVE_CONFLICT.equals(execution.getCurrentActivityId())) {
            return Map.of();
        }
        Task task = tasks.createTaskQuery().executionId(execution.getId()).singleResult();
        return conflicts.of(List.of(campaign.key())).stream()
                .filter(conflict -> conflict.id().equals(task.getId()))
                .findFirst()
                .map(ConflictDossierSection::shown)
                .orElse(Map.of());
    }

    private static Map<String, Object> shown(ConflictRecord conflict) {
        return Map.of(
                "message", MarkdownFormatter.literal(conflict.message()),
                "schedule", ConflictKind.of(conflict.kind()) == ConflictKind.SCHEDULE,
                "places",
                        conflict.places().stream()
                                .map(ConflictDossierSection::place)
                                .toList());
    }

    /** A row of the table, and a choice among the dates that may move. */
    private static Map<String, Object> place(ConflictPlace place) {
        return Map.of(
                "name", place.name(),
                "says", place.says(),
                "label", place.name() + " (" + place.says() + ")",
                "value", place.id());
    }
}
