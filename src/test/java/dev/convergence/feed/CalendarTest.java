package dev.convergence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Calendars as their readers see them. They live in years of their own: what other tests leave behind lies far away. */
abstract class CalendarTest extends SurfaceTest {

    static final Instant MONDAY_IN_2041 = Instant.parse("2041-03-04T08:00:00Z");
    static final String FEED = "/api/calendar.ics?token=";
    static final String TOKEN = "/api/calendar/token";

    private static final String MODELS = "dates.bpmn";

    final String key = newKey();

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void moveFarAway() {
        moveTo(MONDAY_IN_2041);
    }

    @AfterEach
    void removeModels() {
        deployments.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    /** One gate planned for Thursday the 14th, one for Tuesday the 19th; the launch on Wednesday, the 3rd of April. */
    @Override
    protected ObjectNode campaign(String key) {
        return (ObjectNode) json(super.campaign(key)
                .toString()
                .replace("2027-", "2041-")
                .replace("03-10", "03-14")
                .replace("03-15\"", "03-19\"")
                .replace("2041-04-01T08:00:00Z", "2041-04-03T08:00:00Z"));
    }

    String newToken(String user) {
        return json(post(user, TOKEN, ""), 201).path("token").asText();
    }

    HttpResponse<String> feed(String token) {
        return get(NOBODY, FEED + token);
    }

    String text(String token) {
        HttpResponse<String> answer = feed(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The entries of this test's campaign, as another library reads them. */
    List<VEvent> entries(String token) {
        return Biweekly.parse(text(token)).first().getEvents().stream()
                .filter(entry -> entry.getDescription().getValue().contains("(" + key + ")"))
                .toList();
    }

    VEvent entry(String token, String summary) {
        List<VEvent> found = entries(token).stream()
                .filter(entry -> entry.getSummary().getValue().contains(summary))
                .toList();
        assertThat(found).as("%s among %s", summary, entries(token)).hasSize(1);
        return found.get(0);
    }

    VEvent withUid(String token, String uid) {
        return Biweekly.parse(text(token)).first().getEvents().stream()
                .filter(entry -> uid(entry).equals(uid))
                .findFirst()
                .orElse(null);
    }

    static String uid(VEvent entry) {
        return entry.getUid().getValue();
    }

    static int sequence(VEvent entry) {
        return entry.getSequence().getValue();
    }

    static Instant starts(VEvent entry) {
        return entry.getDateStart().getValue().toInstant();
    }

    static Instant ends(VEvent entry) {
        return entry.getDateEnd().getValue().toInstant();
    }

    static Instant modified(VEvent entry) {
        return entry.getLastModified().getValue().toInstant();
    }

    /** For programs that know the status, and for people whose program does not show it. */
    static boolean isCancelled(VEvent entry) {
        boolean cancelled = entry.getStatus().isCancelled();
        assertThat(entry.getSummary().getValue().startsWith("Cancelled: ")).isEqualTo(cancelled);
        return cancelled;
    }

    void movePlan(String id, String due) {
        json(
                patch(
                        CAMPAIGN_MANAGER,
                        "/api/campaigns/" + key + "/plan/" + id,
                        "{\"due\": \"%s\", \"reason\": \"Because\"}".formatted(due)),
                200);
    }

    void cancel() {
        json(post(CAMPAIGN_MANAGER, "/api/campaigns/" + key + "/cancellation", "{\"rationale\": \"Enough\"}"), 200);
    }

    JsonNode tokenOf(String user) {
        return json(get(user, TOKEN), 200);
    }

    /** A task that is a milestone, in a process beside the campaign. */
    Task startMilestone(String campaign, String id, Instant due) {
        deploy();
        engine.getRuntimeService()
                .startProcessInstanceByKey("dates-milestone", campaign, Map.of("milestoneDue", Date.from(due)));
        Task milestone = task(campaign, "userTask_reachMilestone");
        engine.getTaskService().setVariableLocal(milestone.getId(), "milestoneId", id);
        engine.getTaskService().setVariableLocal(milestone.getId(), "milestoneName", "Name of " + id + ", at last");
        return milestone;
    }

    /** A rhythm of syncs, in a process beside the campaign. */
    String startSyncs(String campaign, Instant first) {
        deploy();
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "dates-sync",
                        campaign,
                        Map.of("syncKind", "weekly-sync", "nextSync", Date.from(first), "skip", false))
                .getId();
    }

    private void deploy() {
        if (!deployments.isEmpty()) {
            return;
        }
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("calendar/" + MODELS)
                .deploy()
                .getId());
    }
}
