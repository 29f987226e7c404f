package dev.convergence.feed;

import dev.convergence.campaign.RunningCampaign;
import dev.convergence.engine.HistoricVariables;
import dev.convergence.engine.Variable;
import dev.convergence.feed.OpenTasks.OpenTask;
import dev.convergence.notification.Links;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The milestones that a campaign is on its way to or has reached: those that have a task with a due date. */
@Component
class MilestoneEntries {

    static final String REACH_MILESTONE = "userTask_reachMilestone";
    static final Variable<String> MILESTONE_ID = Variable.text("milestoneId");
    static final Variable<String> MILESTONE_NAME = Variable.text("milestoneName");

    private static final String NOUN = "Milestone";

    /** How the engine says of a task in history that somebody completed it, and that it was not cancelled. */
    private static final String COMPLETED = "completed";

    private final HistoryService history;
    private final HistoricVariables variables;
    private final Links links;

    MilestoneEntries(HistoryService history, HistoricVariables variables, Links links) {
        this.history = history;
        this.variables = variables;
        this.links = links;
    }

    /** Of a milestone that was tried for several times, the last try counts. */
    List<CalendarEntry> of(Collection<RunningCampaign> campaigns, Map<String, OpenTask> open) {
        Map<String, RunningCampaign> byKey = new HashMap<>();
        campaigns.forEach(campaign -> byKey.put(campaign.key(), campaign));
        List<HistoricTaskInstance> milestones = milestones(byKey.keySet());
        Map<String, String> keys = keys(milestones);
        Map<String, Map<String, Object>> known = variables.ofTasks(milestones);
        Map<String, CalendarEntry> entries = new LinkedHashMap<>();
        for (HistoricTaskInstance milestone : milestones) {
            CalendarEntry entry = entry(
                    byKey.get(keys.get(milestone.getProcessInstanceId())),
                    milestone,
                    known.getOrDefault(milestone.getId(), Map.of()),
                    Optional.ofNullable(open.get(milestone.getId())).map(OpenTask::asked));
            entries.put(entry.uid(), entry);
        }
        return List.copyOf(entries.values());
    }

    private List<HistoricTaskInstance> milestones(Collection<String> campaigns) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        return history
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey(REACH_MILESTONE)
                .processInstanceBusinessKeyIn(campaigns.toArray(String[]::new))
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .filter(task -> task.getDueDate() != null)
                .filter(task -> task.getEndTime() == null || COMPLETED.equals(task.getDeleteReason()))
                .toList();
    }

    /** The campaigns' keys by the blocks of these milestones. */
    private Map<String, String> keys(Collection<HistoricTaskInstance> milestones) {
        if (milestones.isEmpty()) {
            return Map.of();
        }
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceIds(milestones.stream()
                        .map(HistoricTaskInstance::getProcessInstanceId)
                        .collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey));
    }

    private CalendarEntry entry(
            RunningCampaign campaign, HistoricTaskInstance task, Map<String, Object> values, Optional<Asked> asked) {
        String id = MILESTONE_ID.find(values).orElse(task.getTaskDefinitionKey());
        boolean reached = task.getEndTime() != null;
        return new CalendarEntry(
                EntryUid.of(campaign.key(), EntryKind.MILESTONE, id),
                campaign.key(),
                EntryKind.MILESTONE,
                TimeSlot.before(task.getDueDate().toInstant()),
                reached ? EntryState.REACHED : EntryState.EXPECTED,
                EntryTexts.summary(campaign, NOUN, MILESTONE_NAME.find(values).orElse(id)),
                EntryTexts.description(
                        campaign, reached ? "Reached." : EntryTexts.waitingFor(asked.orElse(Asked.NOBODY))),
                reached ? links.instance(campaign.instanceId()) : links.task(task.getId()),
                asked.orElse(Asked.NOBODY));
    }
}
