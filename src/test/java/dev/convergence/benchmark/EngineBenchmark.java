package dev.convergence.benchmark;

import dev.convergence.EmbeddedDatabase;
import dev.convergence.people.GroupCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application beside the engine as it comes, in one run, each with a database of its own on the same PostgreSQL.
 * Asserts nothing; prints tables, and leaves them in target/benchmark.md. Run by {@code ./mvnw -Pbenchmark verify}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "convergence.demo.enabled=false")
@Import({StatementLog.OfApplication.class, Ticks.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineBenchmark {

    private final Effort.OfEngine effort = effort();
    private final Report report = new Report(Path.of("target", effort.report()));
    private final Ticks bareTicks = new Ticks();

    private Engine ours;
    private BareEngine bareEngine;
    private Engine bare;
    private Timers ourTimers;
    private Timers bareTimers;

    @Autowired
    private StatementLog log;

    @Autowired
    private Ticks ticks;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = EmbeddedDatabase.freshDatabaseUrl();
        properties.add("spring.datasource.url", () -> url);
    }

    Effort.OfEngine effort() {
        return Effort.OfEngine.FULL;
    }

    @BeforeAll
    void prepare(@Autowired ProcessEngine engine, @Autowired JdbcTemplate jdbc) {
        ours = new Engine(
                engine,
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor(),
                jdbc);
        ours.executor().shutdown();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("one.bpmn", Models.stageGates("gates-1", 1))
                .addModelInstance("three.bpmn", Models.stageGates("gates-3", 3))
                .addModelInstance("timer.bpmn", Models.timer())
                .deploy();
        bareEngine = new BareEngine(EmbeddedDatabase.freshDatabaseUrl(), log, bareTicks);
        bare = bareEngine.engine();
        for (int gates : new int[] {1, 3}) {
            bareEngine.deploy("tasks-" + gates, Models.tasks("tasks-" + gates, gates));
            bareEngine.deploy("calls-" + gates, Models.calls("calls-" + gates, gates));
            bareEngine.deploy("data-" + gates, Models.callsWithData("data-" + gates, gates));
        }
        bareEngine.deploy("called", Models.called());
        bareEngine.deploy(Models.PARALLEL, Models.parallel());
        bareEngine.deploy("called-with-data", Models.calledWithData());
        bareEngine.deploy(Models.TIMER, Models.timer());
        ourTimers = new Timers(ours);
        bareTimers = new Timers(bare);
    }

    @AfterAll
    void print() {
        bareEngine.close();
        System.out.println(report);
    }

    @Test
    @Order(1)
    void whatAGateCosts() {
        Map<String, Object> decision = Map.of("gateOutcome", "APPROVED", "gateComment", "Fine.");
        Map<String, Object> id = Map.of("gateId", "plain-gate");
        List<GateCost> costs = List.of(
                gate("Stage gate, its ladder armed", ours, "gates", facts(), decision, () -> {}),
                gate("The same, as an approver", ours, "gates", facts(), decision, this::logIn),
                gate("Bare: user task, 2 timers", bare, "tasks", Map.of(), Map.of(), () -> {}),
                gate("Bare: call activity, 2 timers", bare, "calls", Map.of(), Map.of(), () -> {}),
                gate("Bare: call activity, 2 timers, same data", bare, "data", id, decision, () -> {}));
        for (int round = -effort.warmUpRounds(); round < effort.gateRounds(); round++) {
            costs.forEach(GateCost::round);
        }
        Table table = new Table("Gate", "SQL statements", "Rows written", "WAL KB", "ms");
        costs.forEach(cost -> cost(table, cost.way().name(), cost.median()));
        report.tell("One gate, opened and decided", table);
    }

    private GateCost gate(
            String name,
            Engine engine,
            String process,
            Map<String, Object> facts,
            Map<String, Object> decision,
            Runnable logIn) {
        return new GateCost(
                new GateCost.Way(name, engine, process + "-1", process + "-3", facts, decision, logIn), log);
    }

    private void logIn() {
        ours.engine().getIdentityService().setAuthentication("pat", List.of(GroupCatalog.CAMPAIGN_MANAGERS));
    }

    private static Map<String, Object> facts() {
        String plan = "[{\"id\":\"product\",\"what\":\"The product\",\"group\":\"product\",\"due\":\"2030-01-15\"}]";
        return Map.of(
                "gateId", "plain-gate",
                "campaignName", "Spring launch",
                "priority", "normal",
                "pattern", "sequential-convergence",
                "plan", SpinValues.jsonValue(plan).create());
    }

    @Test
    @Order(5)
    void whatAParallelCampaignCosts() {
        Map<String, Object> facts = Map.of(
                "campaignName", "Spring launch",
                "campaignType", "product-launch",
                "priority", "normal",
                "pattern", "parallel");
        ParallelCost application = new ParallelCost(ours, "campaign", facts, log);
        ParallelCost drawnBare = new ParallelCost(bare, Models.PARALLEL, Map.of(), log);
        for (int round = 0; round < effort.campaignRounds(); round++) {
            application.round();
            drawnBare.round();
        }
        GateCost.Cost our = application.median();
        GateCost.Cost its = drawnBare.median();
        Table table = new Table("Parallel campaign", "SQL statements", "Rows written", "WAL KB", "ms");
        cost(table, "Four tracks, two milestones, a stage gate", our);
        cost(table, "Bare: four pairs of user tasks, two joins, a gate", its);
        table.row(
                "Ratio",
                our.statements() / its.statements(),
                our.rows() / its.rows(),
                our.walBytes() / its.walBytes(),
                our.millis() / its.millis());
        report.tell("One parallel campaign, from its start to its launch", table);
    }

    private static void cost(Table table, String name, GateCost.Cost cost) {
        table.row(name, cost.statements(), cost.rows(), cost.walBytes() / 1024, cost.millis());
    }

    @Test
    @Order(4)
    void howLateASparseTimerFires() {
        ticks.clear();
        bareTicks.clear();
        Map<String, Long> ourDue = Lag.arm(ours, ourTimers, effort.sparse(), effort.sparseSeconds(), "sparse");
        Map<String, Long> bareDue = Lag.arm(bare, bareTimers, effort.sparse(), effort.sparseSeconds(), "sparse");
        Percentiles ourLag = Lag.await(ours, ticks, ourDue, effort.sparseSeconds());
        Percentiles bareLag = Lag.await(bare, bareTicks, bareDue, effort.sparseSeconds());
        Table table = new Table("Executor", "Timers fired", "p50 s", "p95 s", "max s");
        lag(table, "Application", ourLag);
        lag(table, "Bare, default", bareLag);
        report.tell("From due to fired: " + effort.sparse() + " timers within " + effort.sparseSeconds() + " s", table);
    }

    private static void lag(Table table, String name, Percentiles lag) {
        table.row(name, lag.count(), lag.seconds(50), lag.seconds(95), lag.seconds(100));
    }

    @Test
    @Order(2)
    void timersDueAtOnce() {
        Table table = new Table("Executor", "Timers in the future", "Timers fired", "Timers per second");
        rate(
                table,
                "Application, to warm up (the first " + effort.warmUp().toSeconds() + " s)",
                ours,
                ourTimers,
                ticks,
                "warm",
                0,
                effort.warmUp());
        rate(table, "Application", ours, ourTimers, ticks, "alone", 0, effort.most());
        ourTimers.inTheFuture(effort.future());
        rate(table, "Application", ours, ourTimers, ticks, "among", effort.future(), effort.most());
        rate(
                table,
                "Bare, default (the first " + effort.warmUp().toSeconds() + " s)",
                bare,
                bareTimers,
                bareTicks,
                "alone",
                0,
                effort.warmUp());
        bareTimers.inTheFuture(effort.future());
        rate(table, "Bare, default", bare, bareTimers, bareTicks, "among", effort.future(), effort.most());
        report.tell(
                effort.due() + " timers due at once (stopped after "
                        + effort.most().toSeconds() + " s)",
                table);
    }

    private void rate(
            Table table,
            String name,
            Engine engine,
            Timers timers,
            Ticks fired,
            String prefix,
            int future,
            Duration most) {
        timers.due(effort.due(), prefix);
        fired.clear();
        double rate = JobRate.measure(engine, fired::count, effort.due(), most);
        table.row(name, future, fired.count(), rate);
        timers.forget(prefix);
    }

    @Test
    @Order(3)
    void rungsOfTheLadder() {
        Table table = new Table("Ladder, among " + effort.future() + " timers", "SQL statements", "Rungs per second");
        new Rungs(ours, log, effort.gates()).into(table);
        report.tell("Rungs of the ladder", table);
    }
}
