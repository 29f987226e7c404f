package dev.convergence.benchmark;

import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Readings, sent over HTTP to an application that is a process of its own with adaptive campaigns live; beside it the
 * bare engine, in this process, to which the same come as messages. Both keep them in a PostgreSQL that answers a commit
 * when the disk has it. Asserts nothing; prints tables, and leaves them in target/benchmark-readings.md. Run by
 * {@code ./mvnw -Pbenchmark verify}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadingsBenchmark {

    private static final int BATCH = 20;

    private final Effort.OfReadings effort = effort();
    private final Report report = new Report(Path.of("target", effort.report()));
    private final Crowd crowd = new Crowd(effort.senders());
    private final Crowd large = new Crowd(effort.many());
    private final StatementLog log = new StatementLog();

    private String url;
    private ApplicationProcess application;
    private JdbcTemplate jdbc;
    private Client client;
    private Readings readings;
    private List<String> triggered;
    private Crowd.Sent ours;

    Effort.OfReadings effort() {
        return Effort.OfReadings.FULL;
    }

    @BeforeAll
    void goLive() throws Exception {
        url = EmbeddedDatabase.freshDurableDatabaseUrl();
        application = ApplicationProcess.start(
                List.of("-Xmx1g"), url, "--spring.datasource.username=" + EmbeddedDatabase.USER);
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(url, true));
        client = new Client(application.uri("/"), effort.many());
        LiveCampaigns campaigns = new LiveCampaigns(client, crowd, jdbc);
        triggered = campaigns.start("triggered", effort.triggered(), "rehearsal");
        List<String> live = campaigns.start("live", effort.live(), "normal");
        // Rules are quiet in the first hour after going live, and cost less there.
        jdbc.update(
                "update cc_adaptive set live_from = live_from - interval '2 hours' where campaign_key like 'live-%'");
        readings = new Readings(client, live);
        for (int first = 0; first < effort.live(); first++) {
            readings.send(first, BATCH);
        }
        campaigns.awaitQuiet();
    }

    @AfterAll
    void print() throws Exception {
        crowd.close();
        large.close();
        if (client != null) {
            client.close();
        }
        if (application != null) {
            application.close();
        }
        System.out.println(report);
    }

    @Test
    @Order(1)
    void howManyTriggerNothing() {
        Table table = table((effort.live() + effort.triggered()) + " campaigns live");
        large.flatOut(effort.warmUp(), number -> readings.send(number, 1));
        // What a flood leaves behind is written to disk and vacuumed for a while: first, and after a minute of the
        // same.
        large.paced(effort.perSecond(), effort.longTime(), number -> readings.send(number, 1));
        row(
                table,
                "One by one, " + effort.perSecond() + " a second",
                1,
                send -> large.paced(effort.perSecond(), effort.longTime(), send));
        ours = row(
                table,
                "One by one, " + effort.senders() + " connections",
                1,
                send -> crowd.flatOut(effort.time(), send));
        row(table, "One by one, " + effort.many() + " connections", 1, send -> large.flatOut(effort.time(), send));
        row(
                table,
                "In batches of " + BATCH + ", " + effort.senders() + " connections",
                BATCH,
                send -> crowd.flatOut(effort.time(), send));
        report.tell("Readings that trigger nothing", table);
    }

    /** Campaigns that have just been started: a virtual machine that compiles, a database that cleans up. */
    @Test
    @Order(0)
    void howItBeginsAfterTheStarts() throws Exception {
        Table table = new Table(
                "Seconds since the start of the last campaign",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "Application %",
                "PostgreSQL %",
                "Compiling s",
                "Collecting ms",
                "Sessions at work, by what they wait for");
        long begin = System.nanoTime();
        for (int slice = 0; slice < effort.slices(); slice++) {
            Shares shares = new Shares(application.pid(), jdbc);
            Machine machine = new Machine(client);
            try (Waits waits = new Waits(url)) {
                double since = (System.nanoTime() - begin) / 1e9;
                Crowd.Sent sent = large.paced(effort.perSecond(), effort.slice(), number -> readings.send(number, 1));
                Shares.Busy busy = shares.busy();
                Machine.Spent spent = machine.spent();
                table.row(
                        Math.round(since),
                        sent.latency().millis(50),
                        sent.latency().millis(95),
                        sent.latency().millis(99),
                        busy.application(),
                        busy.postgres(),
                        spent.compiledSeconds(),
                        spent.collectedMillis(),
                        waits.most());
            }
        }
        report.tell("One by one, " + effort.perSecond() + " a second, right after the campaigns were started", table);
    }

    private static Table table(String title) {
        return new Table(
                title,
                "Readings per second",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "Client %",
                "Application %",
                "PostgreSQL %",
                "WAL KB per reading");
    }

    private Crowd.Sent row(Table table, String name, int size, Way way) {
        Written written = new Written(jdbc);
        Shares shares = new Shares(application.pid(), jdbc);
        Crowd.Sent sent = way.send(number -> readings.send(number, size));
        row(table, name, sent, size, shares.busy(), written);
        return sent;
    }

    private static void row(Table table, String name, Crowd.Sent sent, int size, Shares.Busy busy, Written written) {
        table.row(
                name,
                sent.perSecond() * size,
                sent.latency().millis(50),
                sent.latency().millis(95),
                sent.latency().millis(99),
                busy.client(),
                busy.application(),
                busy.postgres(),
                written.walBytes() / 1024 / sent.count() / size);
    }

    /** The client is the engine's own process: neither HTTP nor JSON nor who may do it. */
    @Test
    @Order(2)
    void theSameAsMessages() {
        String url = EmbeddedDatabase.freshDurableDatabaseUrl();
        JdbcTemplate its = new JdbcTemplate(new DriverManagerDataSource(url));
        try (BareEngine bare = new BareEngine(url, log, new Ticks())) {
            bare.deploy(Models.READINGS, Models.readings());
            Correlation correlation = new Correlation(bare.engine(), effort.live() + effort.triggered());
            crowd.flatOut(effort.warmUp(), correlation::send);
            int statements = log.of(() -> correlation.send(0)).size();
            Written written = new Written(its);
            Shares shares = new Shares(application.pid(), jdbc);
            Crowd.Sent sent = crowd.flatOut(effort.time(), correlation::send);
            Table table = table("Bare: a message each");
            String name = effort.senders() + " threads, " + statements + " SQL statements each";
            row(table, name, sent, 1, shares.busy(), written);
            report.tell(
                    "The same as messages, correlated one by one: the application takes "
                            + Math.round(ours.perSecond() / sent.perSecond() * 10) / 10.0 + " times as many",
                    table);
        }
    }

    @Test
    @Order(3)
    void howLongUntilAnActionIsDone() {
        Table table = new Table("Campaigns triggered", "Actions done", "p50 s", "p95 s", "max s");
        CompletableFuture<Crowd.Sent> background = CompletableFuture.supplyAsync(
                () -> crowd.paced(effort.background(), effort.longTime(), number -> readings.send(number, 1)));
        Percentiles took = new Reactions(jdbc, readings).measure(triggered, effort.longTime());
        Percentiles latency = background.join().latency();
        table.row(effort.triggered(), took.count(), took.seconds(50), took.seconds(95), took.seconds(100));
        report.tell(
                "From a triggering reading to the action's job done, among " + effort.background()
                        + " others a second (of which p95 " + Math.round(latency.millis(95)) + " ms)",
                table);
    }

    /** A way of sending. */
    private interface Way {
        Crowd.Sent send(IntConsumer send);
    }
}
