package dev.convergence.absence;

import dev.convergence.engine.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of tasks that substitutes have in place of others. */
@Component
class CoveredTaskRepository {

    private static final String SELECT =
            "select task_id, as_what, absent_user, substitute, previous_owner from cc_covered_task ";

    /**
     * One way in which a caller is a candidate of a task.
     *
     * @param absent for whom; null where the caller is a candidate in person
     */
    private record Candidacy(String absent) {}

    private final JdbcClient jdbc;

    CoveredTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of what was recorded of the same, should somebody have changed the task's owner by hand. */
    void add(CoveredTask task) {
        remove(task);
        jdbc.sql(
                        """
                        insert into cc_covered_task (task_id, as_what, absent_user, substitute, previous_owner)
                        values (?, ?, ?, ?, ?)""")
                .params(task.taskId(), task.asWhat(), task.absent(), task.substitute(), task.previousOwner())
                .update();
    }

    void remove(CoveredTask task) {
        jdbc.sql("delete from cc_covered_task where task_id = ? and as_what = ? and absent_user = ?")
                .params(task.taskId(), task.asWhat(), task.absent())
                .update();
    }

    List<CoveredTask> all() {
        return jdbc.sql(SELECT + "order by task_id")
                .query((row, number) -> task(row))
                .list();
    }

    /** Those that a user has in place of somebody, or somebody in place of the user. */
    List<CoveredTask> of(String user) {
        return jdbc.sql(SELECT + "where absent_user = ? or substitute = ? order by task_id")
                .params(user, user)
                .query((row, number) -> task(row))
                .list();
    }

    /** For whom the task's assignee has it, where it was moved. */
    Optional<CoveredTask> assigned(String taskId) {
        return jdbc.sql(SELECT + "where task_id = ? and as_what = ?")
                .params(taskId, CoveredTask.ASSIGNEE)
                .query((row, number) -> task(row))
                .optional();
    }

    /** The tasks that name this user, and not a group of theirs, as a candidate. */
    List<String> offeredTo(String user) {
        return jdbc.sql(
                        """
                        select distinct task_id_ from act_ru_identitylink
                        where user_id_ = ? and type_ = 'candidate' and task_id_ is not null""")
                .params(user)
                .query(String.class)
                .list();
    }

    /** For whom a caller works on a task; empty where the caller may do so in person. One statement. */
    Optional<String> absentBehind(String taskId, Caller caller) {
        List<Candidacy> candidacies = jdbc
                .sql(
                        """
                        select link.user_id_, link.group_id_, loan.absent_user, covered.absent_user
                        from act_ru_identitylink link
                        left join cc_substitution loan
                        on loan.group_id = link.group_id_ and loan.substitute = ?
                        left join cc_covered_task covered
                        on covered.task_id = link.task_id_ and covered.as_what = 'candidate'
                        and covered.substitute = link.user_id_
                        where link.task_id_ = ? and link.type_ = 'candidate'
                        order by loan.absent_user, covered.absent_user""")
                .params(caller.id(), taskId)
                .query((row, number) -> candidacy(row, caller))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        boolean inPerson = candidacies.stream().anyMatch(candidacy -> candidacy.absent() == null);
        return inPerson
                ? Optional.empty()
                : candidacies.stream()
                        .map(Candidacy::absent)
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    private static Optional<Candidacy> candidacy(ResultSet row, Caller caller) throws SQLException {
        if (caller.id().equals(row.getString(1))) {
            return Optional.of(new Candidacy(row.getString(4)));
        }
        return caller.groups().contains(String.valueOf(row.getString(2)))
                ? Optional.of(new Candidacy(row.getString(3)))
                : Optional.empty();
    }

    private static CoveredTask task(ResultSet row) throws SQLException {
        return new CoveredTask(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
