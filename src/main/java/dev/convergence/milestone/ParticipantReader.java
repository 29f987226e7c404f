package dev.convergence.milestone;

import dev.convergence.context.CallParameterReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.query.RowReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/** Who comes to a milestone: the running instances that the same process calls; and how far they are. */
@Component
class ParticipantReader {

    private static final String BETWEEN = " ";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    /** By the id of a definition, which never changes: what it calls its tracks. */
    private final Map<String, Map<String, String>> names = new ConcurrentHashMap<>();

    ParticipantReader(RuntimeService runtime, HistoryService history, RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    /** Whether everybody who is called by the same process, for the same kind of work, has arrived. */
    boolean allAt(String milestone, DelegateExecution arriving) {
        Set<String> others = new HashSet<>(ids(siblings(arriving)));
        others.remove(arriving.getProcessInstanceId());
        if (others.isEmpty()) {
            return true;
        }
        Map<String, String> arrived = values(others, MilestoneProcess.ARRIVED_AT.name());
        return others.stream().allMatch(id -> split(arrived.get(id)).contains(milestone));
    }

    /**
     * A track on its way to a milestone.
     *
     * @param name what the pattern calls it
     */
    record State(String track, String name, boolean arrived) {}

    /** The tracks that come to the milestone of a block, by their names. */
    List<State> statesAt(String blockId) {
        String milestone = (String) runtime.getVariable(blockId, MilestoneProcess.MILESTONE_ID.name());
        ProcessInstance caller = runtime.createProcessInstanceQuery()
                .subProcessInstanceId(blockId)
                .singleResult();
        if (caller == null) {
            return List.of();
        }
        Set<String> called = ids(runtime.createProcessInstanceQuery().superProcessInstanceId(caller.getId()));
        Map<String, String> tracks = values(called, CampaignContext.TRACK_ID.name());
        Map<String, String> arrived = values(tracks.keySet(), MilestoneProcess.ARRIVED_AT.name());
        return states(milestone, tracks, arrived, names(caller.getProcessDefinitionId()));
    }

    /**
     * A block that waits for a milestone.
     *
     * @param caller the process instance that called it, and calls those who come to it
     */
    record Open(String blockId, String milestone, String caller) {}

    /**
     * The tracks that come to each of these milestones, by the id of its block and then by their names. Four queries at
     * most, however many milestones.
     *
     * @param campaignKeys the campaigns that these milestones are of
     */
    Map<String, List<State>> comingTo(Collection<String> campaignKeys, List<Open> milestones) {
        if (milestones.isEmpty()) {
            return Map.of();
        }
        Map<String, String> definitions =
                definitions(milestones.stream().map(Open::caller).collect(Collectors.toSet()));
        Map<String, Set<String>> called = calledBy(definitions.keySet(), campaignKeys);
        Set<String> all = called.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<String, String> tracks = values(all, CampaignContext.TRACK_ID.name());
        Map<String, String> arrived = values(tracks.keySet(), MilestoneProcess.ARRIVED_AT.name());
        Map<String, List<State>> coming = new HashMap<>();
        milestones.stream()
                .filter(open -> definitions.containsKey(open.caller()))
                .forEach(open -> coming.put(
                        open.blockId(),
                        states(
                                open.milestone(),
                                only(tracks, called.getOrDefault(open.caller(), Set.of())),
                                arrived,
                                names(definitions.get(open.caller())))));
        return coming;
    }

    private Map<String, String> definitions(Set<String> instances) {
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getProcessDefinitionId));
    }

    private Map<String, Set<String>> calledBy(Set<String> callers, Collection<String> campaignKeys) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(campaignKeys.toArray(String[]::new))
                .unfinished()
                .list()
                .stream()
                .filter(instance -> callers.contains(instance.getSuperProcessInstanceId()))
                .collect(Collectors.groupingBy(
                        HistoricProcessInstance::getSuperProcessInstanceId,
                        Collectors.mapping(HistoricProcessInstance::getId, Collectors.toSet())));
    }

    private static Map<String, String> only(Map<String, String> values, Set<String> instances) {
        return instances.stream().filter(values::containsKey).collect(Collectors.toMap(id -> id, values::get));
    }

    /** Read once: what is deployed does not change. */
    private Map<String, String> names(String definitionId) {
        return names.computeIfAbsent(
                definitionId,
                id -> CallParameterReader.callersBy(repository.getBpmnModelInstance(id), CampaignContext.TRACK_ID));
    }

    private static List<State> states(
            String milestone, Map<String, String> tracks, Map<String, String> arrived, Map<String, String> names) {
        return tracks.entrySet().stream()
                .map(track -> new State(
                        track.getValue(),
                        names.getOrDefault(track.getValue(), track.getValue()),
                        split(arrived.get(track.getKey())).contains(milestone)))
                .sorted(Comparator.comparing(State::track))
                .toList();
    }

    static void arrive(DelegateExecution arriving, String milestone) {
        Set<String> at = at(arriving);
        if (at.add(milestone)) {
            MilestoneProcess.ARRIVED_AT.set(arriving, String.join(BETWEEN, at));
        }
    }

    static void leave(DelegateExecution leaving, String milestone) {
        Set<String> at = at(leaving);
        if (at.remove(milestone)) {
            MilestoneProcess.ARRIVED_AT.set(leaving, String.join(BETWEEN, at));
        }
    }

    private static Set<String> at(DelegateExecution participant) {
        return split(MilestoneProcess.ARRIVED_AT.find(participant).orElse(null));
    }

    private static Set<String> split(String arrivedAt) {
        return arrivedAt == null || arrivedAt.isBlank()
                ? new TreeSet<>()
                : new TreeSet<>(Arrays.asList(arrivedAt.split(BETWEEN)));
    }

    private ProcessInstanceQuery siblings(DelegateExecution arriving) {
        ProcessInstanceQuery query = runtime.createProcessInstanceQuery();
        DelegateExecution caller = arriving.getProcessInstance().getSuperExecution();
        return caller == null
                ? query.processInstanceId(arriving.getProcessInstanceId())
                : query.superProcessInstanceId(caller.getProcessInstanceId()).processDefinitionKey(key(arriving));
    }

    private static String key(DelegateExecution arriving) {
        return arriving.getBpmnModelElementInstance().getScope().getAttributeValue("id");
    }

    private static Set<String> ids(ProcessInstanceQuery instances) {
        return instances.list().stream().map(ProcessInstance::getId).collect(Collectors.toSet());
    }

    private Map<String, String> values(Set<String> instances, String variable) {
        Map<String, String> values = new HashMap<>();
        if (!instances.isEmpty()) {
            for (VariableInstance value : runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(instances.toArray(String[]::new))
                    .variableName(variable)
                    .list()) {
                RowReader.one(variable + " of", value.getProcessInstanceId(), () -> (String) value.getValue())
                        .ifPresent(text -> values.put(value.getProcessInstanceId(), text));
            }
        }
        return values;
    }
}
