package dev.convergence.adaptive.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** An ad platform that takes calls and does not answer. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:hanging;DB_CLOSE_DELAY=-1")
class HangingPlatformTest extends ActingCampaign {

    private static final int JOB_THREADS = 8;
    private static final int CAMPAIGNS = 16;
    private static final int AT_ONCE = 2;

    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final HttpServer PLATFORM = listen();
    private static volatile CountDownLatch answers = new CountDownLatch(0);

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry properties) {
        String setting = "convergence.platforms.ad-platform";
        properties.add(
                setting + ".url",
                () -> "http://127.0.0.1:" + PLATFORM.getAddress().getPort());
        properties.add(setting + ".secret", () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        properties.add(setting + ".allow-private", () -> "true");
    }

    @AfterAll
    static void stop() {
        WORKERS.shutdownNow();
        PLATFORM.stop(0);
    }

    /** With as many threads as the engine has, and twice as many calls to make. */
    @Test
    void holdsUpNeitherTimersNorTheOtherPlatforms() throws Exception {
        String overdue = asksToMove("50");
        settle(key);
        String creative = asks(ActionKind.CREATIVE, "another");
        continueJobs(key);
        String first = key;
        List<String> moves = new ArrayList<>();
        for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
            key = newKey();
            live(key);
            moves.add(asksToMove("10"));
            continueJobs(key);
        }
        List<String> jobs = due(first);
        int before = CALLS.get();
        answers = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(JOB_THREADS);
        try {
            List<Future<?>> work = new ArrayList<>();
            jobs.forEach(job ->
                    work.add(threads.submit(() -> engine.getManagementService().executeJob(job))));

            key = first;
            work.get(jobs.size() - 2).get(5, TimeUnit.SECONDS);
            work.get(jobs.size() - 1).get(5, TimeUnit.SECONDS);
            assertThat(List.of(action(overdue).state(), action(creative).state()))
                    .containsExactlyInAnyOrder(ActionState.LAPSED, ActionState.DONE);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> work.stream().filter(Future::isDone).count() == jobs.size() - AT_ONCE);
            assertThat(CALLS.get() - before).isEqualTo(AT_ONCE);
            answers.countDown();
            for (Future<?> one : work) {
                one.get(10, TimeUnit.SECONDS);
            }
        } finally {
            answers.countDown();
            threads.shutdownNow();
        }
        assertThat(moves)
                .filteredOn(move -> action(move).state() == ActionState.DONE)
                .hasSize(AT_ONCE);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .withException()
                        .list())
                .as("step aside, without an attempt being counted")
                .isEmpty();
        moves.forEach(this::tellAgain);
        assertThat(moves).allSatisfy(move -> assertState(move, ActionState.DONE));
        assertThat(CALLS.get() - before).as("one call for each").isEqualTo(CAMPAIGNS);
    }

    /** The jobs that are there: the calls that hang first, and last what one campaign waits for. */
    private List<String> due(String last) {
        return engine.getManagementService().createJobQuery().active().list().stream()
                .filter(job -> AdaptationProcess.KEY.equals(job.getProcessDefinitionKey()))
                .sorted(Comparator.comparing(job -> instanceIds(last).contains(job.getProcessInstanceId())))
                .map(Job::getId)
                .toList();
    }

    private void tellAgain(String move) {
        key = action(move).campaign();
        if (action(move).state() == ActionState.BOOKED) {
            fire(key, "event_platformTriedAgain");
            settle(key);
        }
    }

    private static HttpServer listen() {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CAMPAIGNS);
            server.createContext("/", HangingPlatformTest::receive);
            server.setExecutor(WORKERS);
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void receive(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        CALLS.incrementAndGet();
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
