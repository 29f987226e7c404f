package dev.convergence.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convergence.ApplicationProcess;
import dev.convergence.EmbeddedDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Readings shuffled, doubled, late and malformed, sent to two replicas at once, of which one dies in the middle. Whoever
 * gets no answer sends again to the other one.
 */
@Tag("nodes")
class ReadingsOnTwoNodesTest {

    private static final long SEED = 20_270_301;
    private static final int CAMPAIGNS = 3;
    private static final int READINGS = 300;
    private static final int SENDERS = 6;
    private static final String SOURCE = "email";
    private static final Duration IN_TIME = Duration.ofSeconds(90);

    private static String database;
    private static ApplicationProcess survivor;
    private static ApplicationProcess victim;

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(SEED);

    /** Every reading that somebody has sent, by campaign and id. */
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    /** Every verdict that somebody was told, one after the other. */
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();

    private final AtomicInteger batchesDone = new AtomicInteger();

    @BeforeAll
    static void startTwoReplicas() throws Exception {
        database = EmbeddedDatabase.freshDatabaseUrl();
        survivor = replica();
        victim = replica();
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        ApplicationProcess.closeAll(survivor, victim);
    }

    @Test
    void everyReadingHasOneVerdictAndEveryActionOneCauseThoughANodeDies() throws Exception {
        for (int number = 0; number < CAMPAIGNS; number++) {
            goLive(number);
        }

        send(batches());

        assertVerdictsAddUp();
        assertNothingActedTwice();
        assertBudgetsAreConserved();
        assertEachDoubtAskedOnce();
    }

    private void assertVerdictsAddUp() throws SQLException {
        assertThat(count("select count(*) from cc_reading where reading_id is not null"))
                .as("one row for each reading that was sent, and none twice")
                .isEqualTo(sent.size())
                .isEqualTo(
                        count(
                                "select count(distinct campaign_key || ' ' || reading_id) from cc_reading where reading_id is not null"));
        assertThat(told.stream().filter(verdict -> !verdict.endsWith("DUPLICATE")))
                .as("nobody was told twice that a reading is new")
                .doesNotHaveDuplicates();
        long counted = count("select sum(applied + stale + rejected) from cc_source");
        assertThat(counted).isEqualTo(count("select count(*) from cc_reading"));
        assertThat(count("select sum(duplicate) from cc_source"))
                .isGreaterThanOrEqualTo(told.stream()
                        .filter(verdict -> verdict.endsWith("DUPLICATE"))
                        .count());
    }

    private void assertNothingActedTwice() throws Exception {
        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(250))
                .until(() ->
                        count("select count(*) from cc_action where state in ('OPEN', 'BOOKED') and kind <> 'VARIANTS'")
                                == 0);
        assertThat(count("select count(*) from cc_action")).isPositive();
        assertThat(
                        count(
                                "select count(*) from (select 1 from cc_action group by campaign_key, rule, cause having count(*) > 1) twice"))
                .isZero();
        assertThat(count("select count(*) from act_hi_procinst where proc_def_key_ = 'adaptation'"))
                .as("each action is weighed by one process")
                .isEqualTo(count("select count(*) from cc_action"));
        assertThat(count("select count(*) from act_ru_job where retries_ = 0")).isZero();
    }

    private static void assertBudgetsAreConserved() throws SQLException {
        assertThat(
                        count(
                                "select count(*) from (select 1 from cc_budget group by campaign_key having sum(amount) = 1500.00 and min(amount) >= 0) whole"))
                .isEqualTo(CAMPAIGNS);
        assertThat(count("select count(*) from cc_action where kind = 'BUDGET' and amount > 0"))
                .isPositive();
    }

    private static void assertEachDoubtAskedOnce() throws SQLException {
        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> count(
                                "select count(*) from act_hi_procinst where proc_def_key_ = 'reading-follow-up' and end_time_ is null")
                        == 0);
        assertThat(count("select count(*) from act_ru_task where task_def_key_ = 'userTask_checkSource'"))
                .isEqualTo(count("select count(*) from cc_source where doubted_at is not null"))
                .isPositive();
    }

    /** Each reading stands in one or two batches, somewhere; some batches hold what is no reading. */
    private List<List<String>> batches() {
        List<String> all = new ArrayList<>();
        for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
            for (int number = 0; number < READINGS; number++) {
                all.add(campaign + " " + reading(number));
                if (random.nextInt(4) == 0) {
                    all.add(all.get(all.size() - 1));
                }
            }
        }
        Collections.shuffle(all.subList(0, all.size() / 2), random);
        Collections.rotate(all, all.size() / 3);
        TreeMap<Integer, List<String>> byBatch = new TreeMap<>();
        for (int place = 0; place < all.size(); place++) {
            byBatch.computeIfAbsent(place / 5, batch -> new ArrayList<>()).add(all.get(place));
        }
        return new ArrayList<>(byBatch.values());
    }

    private String reading(int number) {
        Instant at = Instant.now().minusSeconds(READINGS).plusSeconds(number);
        double value = random.nextInt(20) == 0 ? 7.5 : 0.02 + random.nextInt(10) / 100.0;
        return """
                {"id": "r-%d", "source": "%s", "metric": "open-rate", "channel": "email", "value": %s, "observedAt": "%s"}"""
                .formatted(number, SOURCE, random.nextInt(25) == 0 ? "\"many\"" : String.valueOf(value), at);
    }

    private void send(List<List<String>> batches) throws Exception {
        ConcurrentLinkedQueue<List<String>> waiting = new ConcurrentLinkedQueue<>(batches);
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            boolean first = sender % 2 == 0;
            senders.add(CompletableFuture.runAsync(() -> sendAll(waiting, first)));
        }
        await().atMost(IN_TIME).pollInterval(Duration.ofMillis(5)).until(() -> batchesDone.get() > batches.size() / 3);
        victim.kill();
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).get();
    }

    private void sendAll(ConcurrentLinkedQueue<List<String>> waiting, boolean toVictimFirst) {
        for (List<String> batch = waiting.poll(); batch != null; batch = waiting.poll()) {
            TreeMap<String, List<String>> byCampaign = new TreeMap<>();
            batch.forEach(line -> byCampaign
                    .computeIfAbsent(line.substring(0, 1), campaign -> new ArrayList<>())
                    .add(line.substring(2)));
            byCampaign.forEach((campaign, readings) -> sendUntilAnswered(campaign, readings, toVictimFirst));
            batchesDone.incrementAndGet();
        }
    }

    private void sendUntilAnswered(String campaign, List<String> readings, boolean toVictimFirst) {
        String body = "[" + String.join(",", readings) + "]";
        try {
            readings.forEach(reading -> sent.add(campaign + " " + id(reading)));
            JsonNode verdicts = null;
            if (toVictimFirst) {
                verdicts = answer(victim, campaign, body);
            }
            if (verdicts == null) {
                verdicts = answer(survivor, campaign, body);
            }
            assertThat(verdicts).as("the survivor answers").hasSize(readings.size());
            verdicts.forEach(
                    verdict -> told.add(campaign + " " + verdict.path("id").asText() + " "
                            + (verdict.path("verdict").asText().equals("DUPLICATE") ? "DUPLICATE" : "NEW")));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String id(String reading) {
        try {
            return json.readTree(reading).path("id").asText();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The verdicts; null where the replica is dead, or died before it answered. */
    private JsonNode answer(ApplicationProcess replica, String campaign, String body) throws Exception {
        try {
            HttpResponse<String> answer =
                    call(replica, "analytics", "POST", "/api/campaigns/live-" + campaign + "/readings", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return json.readTree(answer.body());
        } catch (IOException dead) {
            return null;
        }
    }

    private void goLive(int number) throws Exception {
        String campaign =
                """
                {"key": "live-%d", "name": "Live %d", "type": "always-on", "priority": "rehearsal", "pattern": "adaptive",
                 "budget": {"email": 1000, "social": 500}}"""
                        .formatted(number, number);
        assertThat(call(survivor, "campaign-manager", "POST", "/api/campaigns", campaign)
                        .statusCode())
                .isEqualTo(201);
        complete(number, "userTask_writeBrief", "{}");
        complete(number, "userTask_alignLaunch", "{\"alignLaunchResult\": {\"value\": \"All fits\"}}");
        complete(number, "userTask_reviewGate", "{\"gateOutcome\": {\"value\": \"APPROVED\"}}");
        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count("select count(*) from cc_adaptive where campaign_key = 'live-" + number + "'") == 1);
    }

    private void complete(int number, String taskKey, String variables) throws Exception {
        String query = "/engine-rest/task?maxResults=10&processInstanceBusinessKey=live-" + number
                + "&taskDefinitionKey=" + taskKey;
        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> tasks(query).size() == 1);
        String id = tasks(query).get(0).path("id").asText();
        String user = taskKey.equals("userTask_reviewGate") ? "campaign-manager" : "admin";
        assertThat(call(
                                survivor,
                                user,
                                "POST",
                                "/engine-rest/task/" + id + "/complete",
                                "{\"variables\": " + variables + "}")
                        .statusCode())
                .isEqualTo(204);
    }

    private JsonNode tasks(String query) throws Exception {
        return json.readTree(call(survivor, "admin", "GET", query, "").body());
    }

    private HttpResponse<String> call(ApplicationProcess replica, String user, String method, String path, String body)
            throws Exception {
        return replica.call(user, method, path, body);
    }

    private static long count(String query) throws SQLException {
        return EmbeddedDatabase.count(database, query);
    }

    private static ApplicationProcess replica() throws Exception {
        return ApplicationProcess.start(database, "--spring.datasource.username=" + EmbeddedDatabase.USER);
    }
}
