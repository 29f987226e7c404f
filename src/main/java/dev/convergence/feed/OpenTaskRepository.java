package dev.convergence.feed;

import dev.convergence.gate.GateProcess;
import dev.convergence.milestone.MilestoneProcess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the open tasks wait for that have dates in calendars: one statement. The engine would ask again for each. */
@Component
class OpenTaskRepository {

    private static final Set<String> TASKS =
            Set.of(GateProcess.REVIEW_GATE, MilestoneProcess.REACH_MILESTONE, SyncActivity.Step.HELD.activityId());

    private final JdbcClient jdbc;

    OpenTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open task.
     *
     * @param campaignInstance the process instance at the root of the task's own
     * @param gate the gate that is under review; null where the task is no review
     */
    record OpenTask(String id, String campaignInstance, String gate, Assignees asked) {

        private OpenTask and(OpenTask same) {
            return new OpenTask(id, campaignInstance, gate, asked.and(same.asked));
        }
    }

    /** All of them by their id. */
    Map<String, OpenTask> now() {
        Map<String, OpenTask> tasks = new HashMap<>();
        jdbc.sql(
                        """
                        select task.id_, block.root_proc_inst_id_, gate.text_, task.assignee_, link.user_id_, link.group_id_
                        from act_ru_task task
                        join act_ru_execution block on block.id_ = task.proc_inst_id_
                        left join act_ru_variable gate on gate.task_id_ = task.id_ and gate.name_ = :gate
                        left join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
                        where task.task_def_key_ in (:keys)""")
                .param("gate", GateProcess.GATE_ID.name())
                .param("keys", TASKS)
                .query((row, number) -> task(row))
                .list()
                .forEach(task -> tasks.merge(task.id(), task, OpenTask::and));
        return tasks;
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        return new OpenTask(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new Assignees(only(row.getString(4)), only(row.getString(5)), only(row.getString(6))));
    }

    private static Set<String> only(String id) {
        return Optional.ofNullable(id).map(Set::of).orElse(Set.of());
    }
}
