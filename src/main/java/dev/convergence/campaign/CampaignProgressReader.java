package dev.convergence.campaign;

import dev.convergence.campaign.request.PatternModel;
import dev.convergence.context.CampaignContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Which pattern a campaign runs, and how far it has come on it: two queries, however many campaigns. */
@Component
class CampaignProgressReader {

    private static final Progress NONE = new Progress(null, null);

    private final HistoryService history;
    private final OpenActivityRepository activities;
    private final PatternModel models;

    CampaignProgressReader(HistoryService history, OpenActivityRepository activities, PatternModel models) {
        this.history = history;
        this.activities = activities;
        this.models = models;
    }

    /**
     * How far a campaign is.
     *
     * @param patternDefinitionId the model that the campaign runs or ran; null before it began
     * @param stage the stage under way; null where there is none
     */
    record Progress(String patternDefinitionId, String stage) {}

    /** The progress of each campaign by its process instance. */
    Map<String, Progress> of(Collection<HistoricProcessInstance> campaigns) {
        Map<String, Progress> progress = new HashMap<>();
        campaigns.forEach(campaign -> progress.put(campaign.getId(), NONE));
        List<HistoricProcessInstance> patterns = patterns(campaigns);
        Map<String, String> stages = stages(patterns);
        patterns.forEach(pattern -> progress.put(
                pattern.getRootProcessInstanceId(),
                new Progress(pattern.getProcessDefinitionId(), stages.get(pattern.getId()))));
        return progress;
    }

    private List<HistoricProcessInstance> patterns(Collection<HistoricProcessInstance> campaigns) {
        String[] keys =
                campaigns.stream().map(HistoricProcessInstance::getBusinessKey).toArray(String[]::new);
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKeyIn(keys).list().stream()
                .filter(instance -> instance.getProcessDefinitionKey().endsWith(CampaignContext.PATTERN_SUFFIX))
                .toList();
    }

    private Map<String, String> stages(List<HistoricProcessInstance> patterns) {
        List<HistoricProcessInstance> running = patterns.stream()
                .filter(pattern -> pattern.getEndTime() == null)
                .toList();
        Map<String, List<String>> open = activities.of(
                running.stream().map(HistoricProcessInstance::getId).toList());
        Map<String, String> stages = new HashMap<>();
        running.forEach(pattern -> open.getOrDefault(pattern.getId(), List.of()).stream()
                .flatMap(activity -> models.stage(pattern.getProcessDefinitionId(), activity).stream())
                .findFirst()
                .ifPresent(stage -> stages.put(pattern.getId(), stage)));
        return stages;
    }
}
