package dev.convergence.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What one gate costs: a campaign of three gates, from its start to its end, less a campaign of one, divided by two. The
 * end counts because the engine's default puts a removal time on every row of history only then.
 */
final class GateCost {

    private static final int BATCH = 10;

    /**
     * A way to draw a gate.
     *
     * @param one the process with one gate
     * @param three the process with three
     * @param decision what the one who decides hands in
     */
    record Way(
            String name,
            Engine engine,
            String one,
            String three,
            Map<String, Object> facts,
            Map<String, Object> decision,
            Runnable logIn) {}

    /** The costs of a batch, or per gate. */
    record Cost(double statements, double rows, double walBytes, double millis) {

        Cost perGateMoreThan(Cost less) {
            double gates = 2.0 * BATCH;
            return new Cost(
                    (statements - less.statements) / gates,
                    (rows - less.rows) / gates,
                    (walBytes - less.walBytes) / gates,
                    (millis - less.millis) / gates);
        }
    }

    private final Way way;
    private final StatementLog log;
    private final List<Cost> costs = new ArrayList<>();

    GateCost(Way way, StatementLog log) {
        this.way = way;
        this.log = log;
    }

    Way way() {
        return way;
    }

    void round() {
        Cost one = batch(way.one(), 1);
        costs.add(batch(way.three(), 3).perGateMoreThan(one));
    }

    private Cost batch(String process, int gates) {
        long rows = rows();
        String wal = wal();
        double statements = 0;
        double nanos = 0;
        for (int campaign = 0; campaign < BATCH; campaign++) {
            long start = System.nanoTime();
            String[] instance = new String[1];
            statements += log.of(() -> instance[0] = start(process)).size();
            nanos += System.nanoTime() - start;
            for (int gate = 0; gate < gates; gate++) {
                String task = openTask(instance[0]);
                way.logIn().run();
                start = System.nanoTime();
                statements +=
                        log.of(() -> tasks().complete(task, way.decision())).size();
                nanos += System.nanoTime() - start;
                way.engine().engine().getIdentityService().clearAuthentication();
            }
        }
        double bytes = walSince(wal);
        return new Cost(statements, rows() - rows, bytes, nanos / 1e6);
    }

    private String start(String process) {
        return way.engine().start(process, UUID.randomUUID().toString(), way.facts());
    }

    private TaskService tasks() {
        return way.engine().engine().getTaskService();
    }

    private String openTask(String campaign) {
        return way.engine()
                .jdbc()
                .queryForObject(
                        "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                                + " where e.root_proc_inst_id_ = ?",
                        String.class,
                        campaign);
    }

    /** Statistics of this thread's connection reach the view when asked to. */
    private long rows() {
        JdbcTemplate jdbc = way.engine().jdbc();
        jdbc.queryForList("select pg_stat_force_next_flush()");
        jdbc.queryForList("select 1");
        return jdbc.queryForObject(
                "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables", Long.class);
    }

    private String wal() {
        return way.engine().jdbc().queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
    }

    private double walSince(String start) {
        return way.engine()
                .jdbc()
                .queryForObject("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)", Double.class, start);
    }

    /** The medians of all rounds. */
    Cost median() {
        return new Cost(
                median(costs.stream().map(Cost::statements).toList()),
                median(costs.stream().map(Cost::rows).toList()),
                median(costs.stream().map(Cost::walBytes).toList()),
                median(costs.stream().map(Cost::millis).toList()));
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
