package dev.convergence.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What one gate costs, in batches: instances that wait at the first of three gates in a row are taken to the second, a
 * gate decided and a gate opened for each.
 */
final class GateCost {

    private static final int BATCH = 20;

    /**
     * A way to draw a gate.
     *
     * @param decision what the one who decides hands in
     */
    record Way(
            String name,
            Engine engine,
            String process,
            Map<String, Object> facts,
            Map<String, Object> decision,
            Runnable logIn) {}

    /** The costs per gate. */
    record Cost(double statements, double rows, double walBytes, double millis) {}

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
        List<String> tasks =
                IntStream.range(0, BATCH).mapToObj(i -> atFirstGate()).toList();
        long rows = rows();
        String wal = wal();
        way.logIn().run();
        long start = System.nanoTime();
        List<String> statements = log.of(() -> tasks.forEach(this::decide));
        double millis = (System.nanoTime() - start) / 1e6;
        way.engine().engine().getIdentityService().clearAuthentication();
        double bytes = walSince(wal);
        costs.add(new Cost(
                (double) statements.size() / BATCH, (double) (rows() - rows) / BATCH, bytes / BATCH, millis / BATCH));
    }

    private String atFirstGate() {
        String key = UUID.randomUUID().toString();
        String instance = way.engine().start(way.process(), key, way.facts());
        return way.engine()
                .engine()
                .getTaskService()
                .createNativeTaskQuery()
                .sql("select T.* from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
                        + " where E.ROOT_PROC_INST_ID_ = #{instance}")
                .parameter("instance", instance)
                .singleResult()
                .getId();
    }

    private void decide(String task) {
        way.engine().engine().getTaskService().complete(task, way.decision());
    }

    /** Statistics of this thread's connection reach the view when asked to. */
    private long rows() {
        way.engine().jdbc().queryForList("select pg_stat_force_next_flush()");
        way.engine().jdbc().queryForList("select 1");
        return way.engine()
                .jdbc()
                .queryForObject("select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables", Long.class);
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
