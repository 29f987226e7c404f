package dev.convergence.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adaptive campaigns, started by the API and brought to live by people who complete their tasks. */
final class LiveCampaigns {

    private static final Duration MOST = Duration.ofMinutes(4);
    private static final String LIVE = "select count(*) from cc_adaptive where campaign_key like ?";
    private static final Map<String, String> ANSWERS = Map.of(
            "userTask_writeBrief", "{}",
            "userTask_alignLaunch", "{\"alignLaunchResult\": {\"value\": \"Aligned\"}}",
            "userTask_reviewGate", "{\"gateOutcome\": {\"value\": \"APPROVED\"}}");

    private final Client client;
    private final Crowd crowd;
    private final JdbcTemplate jdbc;

    LiveCampaigns(Client client, Crowd crowd, JdbcTemplate jdbc) {
        this.client = client;
        this.crowd = crowd;
        this.jdbc = jdbc;
    }

    /** Their keys, once all are live. */
    List<String> start(String prefix, int count, String priority) {
        List<String> keys = IntStream.range(0, count)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
        crowd.forEach(keys, key -> client.post("campaign-manager", "/api/campaigns", campaign(key, priority)));
        complete(count, "userTask_writeBrief", "admin");
        complete(count, "userTask_alignLaunch", "admin");
        complete(count, "userTask_reviewGate", "campaign-manager");
        await(() -> jdbc.queryForObject(LIVE, Long.class, prefix + "-%") == count);
        return keys;
    }

    private static String campaign(String key, String priority) {
        return """
                {"key": "%s", "name": "%s", "type": "always-on", "priority": "%s", "pattern": "adaptive",
                 "budget": {"email": 1000, "social": 500}}"""
                .formatted(key, key, priority);
    }

    private void complete(int count, String task, String user) {
        String query = "/engine-rest/task?maxResults=1000&taskDefinitionKey=" + task;
        await(() -> client.get("admin", query).size() == count);
        List<String> ids = StreamSupport.stream(client.get("admin", query).spliterator(), false)
                .map(found -> found.path("id").asText())
                .toList();
        String answer = "{\"variables\": " + ANSWERS.get(task) + "}";
        crowd.forEach(ids, id -> client.post(user, "/engine-rest/task/" + id + "/complete", answer));
    }

    /** Waits until the engine's jobs that are due are done. */
    void awaitQuiet() {
        await(() -> jdbc.queryForObject(
                        "select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())",
                        Long.class)
                == 0);
    }

    static void await(BooleanSupplier done) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + MOST);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
