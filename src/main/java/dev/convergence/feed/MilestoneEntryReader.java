package dev.convergence.feed;

import dev.convergence.campaign.planning.RunningCampaign;
import dev.convergence.engine.history.HistoricVariableRepository;
import dev.convergence.engine.query.RowReader;
import dev.convergence.feed.OpenTaskRepository.OpenTask;
import dev.convergence.milestone.MilestoneProcess;
import dev.convergence.notification.delivery.LinkBuilder;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** The milestones that a campaign is on its way to or has reached: those that have a task with a due date. */
@Component
class MilestoneEntryReader {

    private static final String NOUN = "Milestone";

    /** A milestone's block runs until it is reached; it is cut off with its campaign. */
    private static final Set<String> CUT_OFF = Set.of(
            HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED, HistoricProcessInstance.STATE_INTERNALLY_TERMINATED);

    private final HistoryService history;
    private final HistoricVariableRepository variables;
    private final LinkBuilder linkBuilder;

    MilestoneEntryReader(HistoryService history, HistoricVariableRepository variables, LinkBuilder linkBuilder) {
        this.history = history;
        this.variables = variables;
        this.linkBuilder = linkBuilder;
    }

    /** Of a milestone that was tried for several times, the last try counts. */
    List<CalendarEntry> of(Collection<RunningCampaign> campaigns, Map<String, OpenTask> open) {
        Map<String, RunningCampaign> byKey = new HashMap<>();
        campaigns.forEach(campaign -> byKey.put(campaign.key(), campaign));
        List<HistoricTaskInstance> milestones = milestones(byKey.keySet());
        Map<String, HistoricProcessInstance> blocks = blocks(milestones);
        Map<String, Map<String, Object>> known = variables.ofTasks(milestones);
        Map<String, CalendarEntry> entries = new LinkedHashMap<>();
        for (HistoricTaskInstance milestone : milestones) {
            HistoricProcessInstance block = blocks.get(milestone.getProcessInstanceId());
            if (block == null || CUT_OFF.contains(block.getState())) {
                continue;
            }
            RowReader.one(
                            "milestone",
                            milestone.getName(),
                            () -> entry(
                                    byKey.get(block.getBusinessKey()),
                                    milestone,
                                    HistoricProcessInstance.STATE_COMPLETED.equals(block.getState()),
                                    known.getOrDefault(milestone.getId(), Map.of()),
                                    Optional.ofNullable(open.get(milestone.getId()))
                                            .map(OpenTask::asked)))
                    .ifPresent(entry -> entries.put(entry.uid(), entry));
        }
        return List.copyOf(entries.values());
    }

    private List<HistoricTaskInstance> milestones(Collection<String> campaigns) {
        if (campaigns.isEmpty()) {
            return List.of();
        }
        return history
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey(MilestoneProcess.REACH_MILESTONE)
                .processInstanceBusinessKeyIn(campaigns.toArray(String[]::new))
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .filter(task -> task.getDueDate() != null)
                .toList();
    }

    private Map<String, HistoricProcessInstance> blocks(Collection<HistoricTaskInstance> milestones) {
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
                .collect(Collectors.toMap(HistoricProcessInstance::getId, Function.identity()));
    }

    private CalendarEntry entry(
            RunningCampaign campaign,
            HistoricTaskInstance task,
            boolean reached,
            Map<String, Object> values,
            Optional<Assignees> asked) {
        String id = MilestoneProcess.MILESTONE_ID.find(values).orElse(task.getTaskDefinitionKey());
        return new CalendarEntry(
                EntryUidGenerator.of(campaign.key(), EntryKind.MILESTONE, id),
                campaign.key(),
                EntryKind.MILESTONE,
                TimeSlot.before(task.getDueDate().toInstant()),
                reached ? EntryState.REACHED : EntryState.EXPECTED,
                EntryTexts.summary(
                        campaign,
                        NOUN,
                        MilestoneProcess.MILESTONE_NAME.find(values).orElse(id)),
                EntryTexts.description(
                        campaign, reached ? "Reached." : EntryTexts.waitingFor(asked.orElse(Assignees.NOBODY))),
                reached ? linkBuilder.instance(campaign.instanceId()) : linkBuilder.task(task.getId()),
                asked.orElse(Assignees.NOBODY));
    }
}
