package dev.convergence.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;

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
            Cost more = new Cost(
                    statements - less.statements, rows - less.rows, walBytes - less.walBytes, millis - less.millis);
            return more.dividedBy(2 * BATCH);
        }

        Cost dividedBy(double parts) {
            return new Cost(statements / parts, rows / parts, walBytes / parts, millis / parts);
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
        Written written = new Written(way.engine().jdbc());
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
                try {
                    statements +=
                            log.of(() -> tasks().complete(task, way.decision())).size();
                } finally {
                    way.engine().engine().getIdentityService().clearAuthentication();
                }
                nanos += System.nanoTime() - start;
            }
        }
        return new Cost(statements, written.rows(), written.walBytes(), nanos / 1e6);
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

    /** The medians of all rounds. */
    Cost median() {
        return median(costs);
    }

    static Cost median(Collection<Cost> costs) {
        return new Cost(
                medianOf(costs.stream().map(Cost::statements).toList()),
                medianOf(costs.stream().map(Cost::rows).toList()),
                medianOf(costs.stream().map(Cost::walBytes).toList()),
                medianOf(costs.stream().map(Cost::millis).toList()));
    }

    private static double medianOf(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
