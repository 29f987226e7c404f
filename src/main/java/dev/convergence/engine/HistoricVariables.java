package dev.convergence.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstanceQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last values of variables, of running and of ended process instances alike. */
@Component
public class HistoricVariables {

    /** As many parameters as one statement may well have. */
    private static final int MOST_IDS = 1000;

    private static final String[] SMALL = {"string", "boolean", "short", "integer", "long", "double", "date", "null"};

    private final HistoryService history;
    private final JdbcClient jdbc;

    HistoricVariables(HistoryService history, JdbcClient jdbc) {
        this.history = history;
        this.jdbc = jdbc;
    }

    /**
     * The variables of each process instance by its id; those of its tasks included. One query for each thousand
     * instances.
     */
    public Map<String, Map<String, Object>> of(Collection<String> processInstanceIds) {
        return of(processInstanceIds, Set.of());
    }

    /** The same for variables of these names alone; all where none is named. */
    public Map<String, Map<String, Object>> of(Collection<String> processInstanceIds, Set<String> names) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        List<String> ids = List.copyOf(processInstanceIds);
        for (int first = 0; first < ids.size(); first += MOST_IDS) {
            query(ids.subList(first, Math.min(ids.size(), first + MOST_IDS)), names)
                    .list()
                    .forEach(variable -> put(values, variable.getProcessInstanceId(), variable));
        }
        return values;
    }

    /**
     * The same as it was committed last, with JSON as text: two queries, where the engine reads each JSON value by a query
     * of its own. Values of other kinds that are stored apart are left out.
     */
    public Map<String, Map<String, Object>> committed(Collection<String> processInstanceIds) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        if (!processInstanceIds.isEmpty()) {
            query(List.copyOf(processInstanceIds), Set.of())
                    .variableTypeIn(SMALL)
                    .list()
                    .forEach(variable -> put(values, variable.getProcessInstanceId(), variable));
            jdbc.sql(
                            """
                            select v.proc_inst_id_, v.name_, b.bytes_ from act_hi_varinst v
                            join act_ge_bytearray b on b.id_ = v.bytearray_id_
                            where v.proc_inst_id_ in (:instances) and v.var_type_ = 'json'""")
                    .param("instances", processInstanceIds)
                    .query(row -> {
                        byte[] text = row.getBytes(3);
                        values.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                                .put(row.getString(2), text == null ? null : new String(text, UTF_8));
                    });
        }
        return values;
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
        RowReader.one("variable " + variable.getName() + " of", owner, () -> Optional.ofNullable(variable.getValue()))
                .ifPresent(value -> values.computeIfAbsent(owner, id -> new HashMap<>())
                        .put(variable.getName(), value.orElse(null)));
    }
}
