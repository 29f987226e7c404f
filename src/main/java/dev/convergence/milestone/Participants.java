package dev.convergence.milestone;

import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.ModelParameters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/** Who comes to a milestone: the running instances that the same process calls; and how far they are. */
@Component
class Participants {

    private static final String BETWEEN = " ";

    private final RuntimeService runtime;
    private final RepositoryService repository;

    Participants(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
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
        Map<String, String> names = ModelParameters.callersBy(
                repository.getBpmnModelInstance(caller.getProcessDefinitionId()), CampaignContext.TRACK_ID);
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
                values.put(value.getProcessInstanceId(), (String) value.getValue());
            }
        }
        return values;
    }
}
