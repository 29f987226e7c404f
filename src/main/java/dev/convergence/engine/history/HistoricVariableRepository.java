package dev.convergence.engine.history;

import dev.convergence.engine.query.RowReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstanceQuery;
import org.springframework.stereotype.Component;

/** The last values of variables, of running and of ended process instances alike. */
@Component
public class HistoricVariableRepository {

    /** As many parameters as one statement may well have. */
    private static final int MOST_IDS = 1000;

    /** What the engine reads without asking the database for each value; files and bytes are nobody's. */
    private static final String[] WITHOUT_JSON = {
        "string", "date", "boolean", "integer", "short", "long", "double", "null", "object", "xml"
    };

    private final HistoryService history;
    private final HistoricJsonRepository json;

    HistoricVariableRepository(HistoryService history, HistoricJsonRepository json) {
        this.history = history;
        this.json = json;
    }

    /**
     * The variables of each process instance by its id; those of its tasks included. One query for each thousand
     * instances, and one for each JSON value.
     */
    public Map<String, Map<String, Object>> of(Collection<String> processInstanceIds) {
        return of(processInstanceIds, Set.of());
    }

    /** The same for variables of these names alone; all where none is named. */
    public Map<String, Map<String, Object>> of(Collection<String> processInstanceIds, Set<String> names) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        chunks(processInstanceIds).forEach(ids -> put(values, query(ids, names)));
        return values;
    }

    /** All of many process instances: two queries for each thousand, whatever they hold. */
    public Map<String, Map<String, Object>> ofMany(Collection<String> processInstanceIds) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        chunks(processInstanceIds).forEach(ids -> {
            put(values, query(ids, Set.of()).variableTypeIn(WITHOUT_JSON));
            json.of(ids).forEach(variable -> put(values, variable.instanceId(), variable.name(), variable::value));
        });
        return values;
    }

    private static Stream<List<String>> chunks(Collection<String> all) {
        List<String> ids = List.copyOf(all);
        return IntStream.iterate(0, first -> first < ids.size(), first -> first + MOST_IDS)
                .mapToObj(first -> ids.subList(first, Math.min(ids.size(), first + MOST_IDS)));
    }

    private static void put(Map<String, Map<String, Object>> values, HistoricVariableInstanceQuery query) {
        query.list().forEach(variable -> put(values, variable.getProcessInstanceId(), variable));
    }

    /** The variables that tasks have of their own, by the task's id. One query. */
    public Map<String, Map<String, Object>> ofTasks(Collection<HistoricTaskInstance> tasks) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        if (!tasks.isEmpty()) {
            history.createHistoricVariableInstanceQuery()
                    .taskIdIn(tasks.stream().map(HistoricTaskInstance::getId).toArray(String[]::new))
                    .disableCustomObjectDeserialization()
                    .list()
                    .forEach(variable -> put(values, variable.getTaskId(), variable));
        }
        return values;
    }

    private HistoricVariableInstanceQuery query(List<String> ids, Set<String> names) {
        HistoricVariableInstanceQuery query = history.createHistoricVariableInstanceQuery()
                .processInstanceIdIn(ids.toArray(String[]::new))
                .disableCustomObjectDeserialization();
        return names.isEmpty() ? query : query.variableNameIn(names.toArray(String[]::new));
    }

    private static void put(Map<String, Map<String, Object>> values, String owner, HistoricVariableInstance variable) {
        put(values, owner, variable.getName(), variable::getValue);
    }

    private static void put(
            Map<String, Map<String, Object>> values, String owner, String name, Supplier<Object> value) {
        RowReader.one("variable " + name + " of", owner, () -> Optional.ofNullable(value.get()))
                .ifPresent(read ->
                        values.computeIfAbsent(owner, id -> new HashMap<>()).put(name, read.orElse(null)));
    }
}
