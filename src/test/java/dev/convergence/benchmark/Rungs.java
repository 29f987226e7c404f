package dev.convergence.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The real ladder: gates that nobody decides, rung after rung. */
final class Rungs {

    private static final Duration MOST = Duration.ofSeconds(60);

    private final Engine engine;
    private final StatementLog log;
    private final int gates;

    Rungs(Engine engine, StatementLog log, int gates) {
        this.engine = engine;
        this.log = log;
        this.gates = gates;
    }

    /** One row per rung: rungs per second on all gates, statements on one. */
    void into(Table table) {
        String single = open("single");
        for (int gate = 0; gate < gates; gate++) {
            open("crowd");
        }
        for (String rung : List.of("1 (remind)", "2 (backup)", "3 (manager, stalled)", "4 (sponsor)")) {
            int statements = climb(single);
            long before = notices();
            makeDue("crowd");
            double rate = JobRate.measure(engine, () -> (int) (notices() - before), gates, MOST);
            table.row("Rung " + rung, statements, rate);
        }
    }

    /** The first rung lies four working hours before the due date, two hours from now. */
    private String open(String kind) {
        String key = kind + "-" + UUID.randomUUID();
        engine.start("stage-gate", key, Map.of("gateId", "plain-gate", "sla", "PT2H"));
        return key;
    }

    private int climb(String key) {
        String job = engine.jdbc()
                .queryForObject(
                        "select j.id_ from act_ru_job j join act_ru_execution r on r.id_ = j.root_proc_inst_id_"
                                + " where r.business_key_ = ?",
                        String.class,
                        key);
        return log.of(() -> engine.engine().getManagementService().executeJob(job))
                .size();
    }

    private void makeDue(String kind) {
        engine.jdbc()
                .update(
                        "update act_ru_job j set duedate_ = now() - interval '1 second' from act_ru_execution r"
                                + " where r.id_ = j.root_proc_inst_id_ and r.business_key_ like ?",
                        kind + "-%");
    }

    private long notices() {
        return engine.jdbc()
                .queryForObject("select count(*) from cc_notice where campaign_key like 'crowd-%'", Long.class);
    }
}
