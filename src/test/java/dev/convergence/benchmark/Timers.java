package dev.convergence.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Timers by the hundred thousand: copies, made in the database, of one that the engine armed itself. */
final class Timers {

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "execution_id_",
            "act_inst_id_",
            "parent_act_inst_id_");

    private final Engine engine;
    private final String original;

    Timers(Engine engine) {
        this.engine = engine;
        this.original = engine.start(Models.TIMER, "original", Map.of());
    }

    /** Timers that fall due from tomorrow on, over a year. Without the history of their instances: they never fire. */
    void inTheFuture(int count) {
        copy("act_ru_execution", "proc_inst_id_", " and parent_id_ is null", count, "future", "");
        copyJobs(count, "future", "now() + interval '1 day' * (1 + n % 365)");
        engine.jdbc().execute("analyze");
    }

    /** Timers, with all that belongs to their instances, due at the same moment. */
    void due(int count, String prefix) {
        copyInstances(count, prefix);
        copyJobs(count, prefix, "now() - interval '1 second'");
        engine.jdbc().execute("analyze");
    }

    /** Timers that fall due one after the other, at random within so many seconds from now. */
    void sparse(int count, int seconds, String prefix) {
        copyInstances(count, prefix);
        copyJobs(count, prefix, "now() + interval '1 second' * (2 + random() * " + seconds + ")");
    }

    /** Those that have not fired do not get in the way of what is measured next. */
    void forget(String prefix) {
        engine.jdbc().update("delete from act_ru_job where process_instance_id_ like ?", prefix + "%");
    }

    /** When each of these timers is due, by the id of its instance, in milliseconds since 1970. */
    Map<String, Long> dueDates(String prefix) {
        return engine
                .jdbc()
                .queryForList(
                        "select process_instance_id_ i, extract(epoch from duedate_) * 1000 d from act_ru_job"
                                + " where process_instance_id_ like ?",
                        prefix + "%")
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("i"), row -> ((Number) row.get("d")).longValue()));
    }

    private void copyInstances(int count, String prefix) {
        copy("act_ru_execution", "proc_inst_id_", "", count, prefix, "");
        copy("act_hi_procinst", "proc_inst_id_", "", count, prefix, "");
        copy("act_hi_actinst", "proc_inst_id_", "", count, prefix, "");
    }

    private void copyJobs(int count, String prefix, String due) {
        copy("act_ru_job", "process_instance_id_", "", count, prefix, due);
    }

    private void copy(String table, String instanceColumn, String condition, int count, String prefix, String due) {
        List<String> columns = engine.jdbc()
                .queryForList(
                        "select column_name from information_schema.columns where table_name = ?", String.class, table);
        String values =
                columns.stream().map(column -> value(column, prefix, due)).collect(Collectors.joining(", "));
        engine.jdbc()
                .update(
                        "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
                                + table + ", generate_series(1, " + count + ") n where " + instanceColumn + " = ?"
                                + condition,
                        original);
    }

    private static String value(String column, String prefix, String due) {
        if (column.equals("duedate_") && !due.isEmpty()) {
            return due;
        }
        return IDS.contains(column) ? "'" + prefix + "' || n || '-' || " + column : column;
    }
}
