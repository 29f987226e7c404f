package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gate that nobody decides: whom it reaches, what they see, and how it ends. */
class StallInCockpitTest extends BrowserTest {

    private static final String KEY = "forgotten-fair";
    private static final String NAME = "Forgotten fair";
    private static final Duration LONG_ENOUGH_FOR_EVERY_RUNG = Duration.ofDays(21);

    @AfterEach
    void backToThePresent() {
        ClockUtil.reset();
    }

    @Test
    void isSeenByTheManagerAndEndsWithTheDecision() {
        reachTheGateInThePast();
        String stall = stallAtTheTop();

        managerSeesItInCockpit();
        campaignManagerIsAskedToSeeToIt();
        extend(stall);
        theGateIsDecided();

        historySaysResolved();
        assertThat(this.<List<Object>>campaign(KEY, "$.stalls")).isEmpty();
    }

    /** Back in the present, its whole ladder is overdue. */
    private void reachTheGateInThePast() {
        ClockUtil.offset(-LONG_ENOUGH_FOR_EVERY_RUNG.toMillis());
        startOverHttp(KEY, NAME);
        ClockUtil.reset();
    }

    private String stallAtTheTop() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(this.<List<String>>campaign(KEY, "$.stalls[*].rung"))
                        .containsExactly("sponsor"));
        List<String> rungs = JsonPath.read(
                get("manager", "/api/campaigns/" + KEY + "/notices").body(), "$[*].subject");
        assertThat(rungs).containsExactlyInAnyOrder("remind", "backup", "manager", "sponsor");
        return campaign(KEY, "$.stalls[0].id");
    }

    private void managerSeesItInCockpit() {
        CockpitPage cockpit = cockpitOf("manager").photograph("30-cockpit-dashboard");
        cockpit.openProcesses().photograph("31-cockpit-processes");
        expectStall(cockpit, "stage-gate", "userTask_reviewGate");
        expectStall(cockpit, "sequential-convergence", "callActivity_productReadyGate");
        expectStall(cockpit, "campaign", "callActivity_runPattern");
    }

    private void expectStall(CockpitPage cockpit, String process, String element) {
        cockpit.openInstance(instance(KEY, process));
        assertThat(cockpit.incidentsOn(element)).isEqualTo("1");
        cockpit.openTab("Incidents");
        assertThat(cockpit.incident("stalledGate")).contains("Product ready", NAME, "has waited since");
        cockpit.photograph("32-cockpit-" + process);
    }

    private void campaignManagerIsAskedToSeeToIt() {
        TaskForm task = tasklistOf("campaign-manager").open("See to the stall", NAME);
        assertThat(task.rows("Stalled")).singleElement().asString().contains("Product ready", "Marketing", "Sponsor");
        task.photograph("33-see-to-the-stall");
    }

    private void extend(String stall) {
        String due = LocalDate.now().plusDays(10).toString();
        expectSuccess(post(
                "manager",
                "/api/stalls/" + stall + "/extension",
                "{\"due\":\"%s\",\"rationale\":\"The reviewer is back from leave.\"}".formatted(due)));
        TasklistPage tasklist = tasklistOf("campaign-manager").openFilter("My groups' work");
        tasklist.cardOf("Review the gate: Product ready", NAME);
        assertThat(tasklist.cards()).noneMatch(card -> card.contains("See to the stall") && card.contains(NAME));
    }

    private void theGateIsDecided() {
        TaskForm review = tasklistOf("marketing")
                .open("Review the gate: Product ready", NAME)
                .claim();
        assertThat(review.rows("Told so far")).anySatisfy(row -> assertThat(row).contains("back from leave"));
        review.lookAt("Told so far").photograph("34-told-so-far");
        review.tick("Approve").complete();
    }

    private void historySaysResolved() {
        String resolved = get(
                        "manager", "/engine-rest/history/incident?resolved=true&incidentType=stalledGate&maxResults=50")
                .body();
        List<String> processes = JsonPath.read(resolved, "$[*].processDefinitionKey");
        assertThat(processes).contains("stage-gate", "sequential-convergence", "campaign");
    }
}
