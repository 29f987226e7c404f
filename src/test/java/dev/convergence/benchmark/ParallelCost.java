package dev.convergence.benchmark;

import dev.convergence.benchmark.GateCost.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one parallel campaign costs from its start to its launch, everybody on time. Its jobs are run one by one on this
 * thread; what a job executor adds to find and lock them is not counted.
 */
final class ParallelCost {

    private static final int BATCH = 5;
    private static final String LAUNCH = "event_plannedLaunch";
    private static final String CONTINUATION =
            """
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.root_proc_inst_id_ = ? and j.type_ = 'message' order by j.create_time_, j.id_ limit 1""";
    private static final String TIMER_OF_LAUNCH =
            """
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            join act_ru_jobdef d on d.id_ = j.job_def_id_
            where e.root_proc_inst_id_ = ? and d.act_id_ = '%s'"""
                    .formatted(LAUNCH);
    private static final String WORK =
            """
            select t.id_, t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.root_proc_inst_id_ = ? and t.task_def_key_ not in
            ('userTask_reachMilestone', 'userTask_holdSync', 'userTask_holdPostMortem')
            order by t.create_time_, t.id_ limit 1""";
    private static final String POST_MORTEM =
            "select 1 from act_ru_task where proc_inst_id_ = ? and task_def_key_ = 'userTask_holdPostMortem'";
    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "userTask_makeDraft", Map.of("makeDraftResult", "The draft", "makeDraftLinks", "The folder"),
            "userTask_adjustDraft", Map.of("adjustment", "DONE"),
            "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"),
            "userTask_reviewGate", Map.of("gateOutcome", "APPROVED"));

    private final Engine engine;
    private final String process;
    private final Map<String, Object> facts;
    private final StatementLog log;
    private final List<Cost> costs = new ArrayList<>();

    ParallelCost(Engine engine, String process, Map<String, Object> facts, StatementLog log) {
        this.engine = engine;
        this.process = process;
        this.facts = facts;
        this.log = log;
    }

    void round() {
        Written written = new Written(engine.jdbc());
        double statements = 0;
        double nanos = 0;
        for (int campaign = 0; campaign < BATCH; campaign++) {
            String[] root = new String[1];
            Optional<Runnable> step =
                    Optional.of(() -> root[0] = engine.start(process, "cost-" + UUID.randomUUID(), facts));
            while (step.isPresent()) {
                long start = System.nanoTime();
                statements += log.of(step.get()).size();
                nanos += System.nanoTime() - start;
                step = next(root[0]);
            }
            requireLaunched(root[0]);
        }
        costs.add(new Cost(statements, written.rows(), written.walBytes(), nanos / 1e6).dividedBy(BATCH));
    }

    Cost median() {
        return GateCost.median(costs);
    }

    /** What goes by itself goes first, then what people do, at last the launch; after it there is nothing to count. */
    private Optional<Runnable> next(String root) {
        return ids(CONTINUATION, root).map(this::job).or(() -> work(root)).or(() -> ids(TIMER_OF_LAUNCH, root)
                .map(this::job));
    }

    private void requireLaunched(String root) {
        boolean running = !engine.jdbc()
                .queryForList("select 1 from act_ru_execution where id_ = ?", root)
                .isEmpty();
        if (running && engine.jdbc().queryForList(POST_MORTEM, root).isEmpty()) {
            throw new IllegalStateException(process + " did not come to its launch");
        }
    }

    private Optional<String> ids(String query, String root) {
        return engine.jdbc().queryForList(query, String.class, root).stream().findFirst();
    }

    private Runnable job(String id) {
        return () -> engine.engine().getManagementService().executeJob(id);
    }

    private Optional<Runnable> work(String root) {
        return engine
                .jdbc()
                .query(
                        WORK,
                        (row, number) -> {
                            String id = row.getString(1);
                            Map<String, Object> answer = ANSWERS.getOrDefault(row.getString(2), Map.of());
                            return (Runnable)
                                    () -> engine.engine().getTaskService().complete(id, answer);
                        },
                        root)
                .stream()
                .findFirst();
    }
}
