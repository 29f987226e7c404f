package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Teams that work at the same time: one is late for the shared milestone, another changes its draft afterwards. */
class ParallelCampaignInTasklistTest extends BrowserTest {

    private static final String KEY = "summer-app";
    private static final String NAME = "Summer app";
    private static final String REASON = "The sample was too small; the second wave ends next week.";
    private static final String CHANGE = "The price is 49, not 39.";
    private static final Duration LONG_ENOUGH_TO_BE_LATE = Duration.ofDays(10);

    @AfterEach
    void backToThePresent() {
        ClockUtil.reset();
    }

    @Test
    void fromTheBriefOverAMissedMilestoneToTheLaunch() {
        allButAnalyticsShareADraftInThePast();

        managerSeesTheMissedMilestoneInCockpit();
        campaignManagerReadsTheAgendaAndMovesTheDate();
        theLastDraftArrives();

        productChangesItsDraftAfterSalesWasDone();
        salesStandsByItsDraft();
        everyOtherTrackIsDone();
        theRightGroupDecidesTheLaunch();
    }

    /** Back in the present, the milestone's date has passed. */
    private void allButAnalyticsShareADraftInThePast() {
        ClockUtil.offset(-LONG_ENOUGH_TO_BE_LATE.toMillis());
        start();
        writeTheBrief();
        productSharesTheFirstDraft();
        creativeBuildsOnIt();
        firstDraft("sales", "sales-track", "Twelve sellers, one page of answers. Sells at 39.");
        ClockUtil.reset();
    }

    private void start() {
        LocalDate today = LocalDate.now();
        expectSuccess(post(
                "campaign-manager",
                "/api/campaigns",
                json(Map.of(
                        "key",
                        KEY,
                        "name",
                        NAME,
                        "type",
                        "product-launch",
                        "pattern",
                        "parallel",
                        "elements",
                        Map.of("weeklySync", false),
                        "plan",
                        List.of(
                                planned("drafts-converged", "All drafts are shared", today.minusDays(1)),
                                planned("final-converged", "All drafts are final", today.plusDays(20)))))));
    }

    private static Map<String, String> planned(String id, String what, LocalDate due) {
        return Map.of("id", id, "what", what, "group", "campaign-managers", "due", due.toString());
    }

    private void writeTheBrief() {
        TaskForm brief = tasklistOf("campaign-manager")
                .open("Write the brief", NAME)
                .claim()
                .write("Goal", "Ten thousand downloads before the holidays.")
                .write("Audience", "Families who travel by train.")
                .write("Message", "The whole journey in one app.")
                .write("How we measure success", "Downloads, and tickets bought in the app.");
        assertThat(brief.isTicked("Shared milestones")).isTrue();
        assertThat(brief.isTicked("Weekly sync")).isFalse();
        brief.tick("Weekly sync").photograph("50-brief-of-a-parallel-campaign").complete();
    }

    private void productSharesTheFirstDraft() {
        TaskForm form =
                tasklistOf("product").open("Make the draft: Product", NAME).claim();
        assertThat(form.text()).doesNotContain("The others' latest drafts", "Our versions");
        form.write("What the draft says", "Tickets, seats and delays in one app. The price is 39.")
                .write("Where it is", "https://example.org/app/product")
                .photograph("51-make-draft")
                .complete();
    }

    private void creativeBuildsOnIt() {
        TaskForm form = tasklistOf("creative")
                .open("Make the draft: Marketing and creative", NAME)
                .claim();
        assertThat(form.rows("The others' latest drafts"))
                .singleElement()
                .asString()
                .contains("Product", "1", "The price is 39.", "product, ");
        form.lookAt(NAME).photograph("52-make-draft-on-another");
        form.write("What the draft says", "Posters on forty stations: everything for 39.")
                .write("Where it is", "https://example.org/app/posters")
                .complete();
    }

    private void managerSeesTheMissedMilestoneInCockpit() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        this.<List<String>>campaign(KEY, "$.stalls[*].kind").size() == 1);
        CockpitPage cockpit = cockpitOf("manager");
        expectIncident(cockpit, "parallel-convergence", "callActivity_draftsConverged");
        expectIncident(cockpit, instanceOfMilestone("drafts-converged"), "userTask_reachMilestone", "milestone");
    }

    private void expectIncident(CockpitPage cockpit, String process, String element) {
        expectIncident(cockpit, instance(KEY, process), element, process);
    }

    private void expectIncident(CockpitPage cockpit, String instance, String element, String picture) {
        cockpit.openInstance(instance);
        assertThat(cockpit.incidentsOn(element)).isEqualTo("1");
        cockpit.openTab("Incidents");
        assertThat(cockpit.incident("missedMilestone"))
                .contains("Drafts converged", NAME, "Still to arrive: Analytics");
        cockpit.photograph("53-missed-milestone-" + picture);
    }

    private void campaignManagerReadsTheAgendaAndMovesTheDate() {
        TasklistPage tasklist = tasklistOf("campaign-manager");
        readTheAgenda(tasklist);
        moveTheDate(tasklist);
    }

    private void readTheAgenda(TasklistPage tasklist) {
        String sync = task("userTask_holdSync").getName();
        assertThat(sync).startsWith("Weekly sync: ");
        TaskForm agenda = tasklist.open(sync, NAME);
        assertThat(agenda.rows("What is blocked")).singleElement().asString().contains("Drafts converged");
        assertThat(agenda.rows("Progress since the last sync"))
                .anySatisfy(row -> assertThat(row).contains("Marketing and creative", "creative"));
        agenda.lookAt(NAME).photograph("54-hold-sync");
    }

    private void moveTheDate(TasklistPage tasklist) {
        LocalDate later = LocalDate.now().plusDays(6);
        TaskForm form =
                tasklist.open("See to the milestone: Drafts converged", NAME).claim();
        assertThat(form.rows("Who has arrived"))
                .hasSize(4)
                .filteredOn(row -> row.contains("still to arrive"))
                .singleElement()
                .asString()
                .containsIgnoringCase("analytics");
        form.lookAt("Drafts converged").photograph("55-see-to-milestone");
        form.tick("Move the date").pick("New date", later).write("Why", REASON);
        form.lookAt("Why").photograph("56-move-milestone");
        form.complete();

        await().until(() -> this.<List<Object>>campaign(KEY, "$.stalls").isEmpty());
        await().until(() -> draftsDue().isAfter(Instant.now()));
        assertThat(notices("analytics")).anySatisfy(text -> assertThat(text).contains("moves from", REASON));
    }

    private Instant draftsDue() {
        List<String> due = campaign(KEY, "$.milestones[?(@.milestone == 'drafts-converged')].dueAt");
        return Instant.parse(due.get(0));
    }

    private void theLastDraftArrives() {
        TaskForm form =
                tasklistOf("analytics").open("Make the draft: Analytics", NAME).claim();
        assertThat(form.rows("The others' latest drafts")).hasSize(3);
        form.lookAt("The brief").photograph("57-last-draft");
        form.write("What the draft says", "Ten thousand downloads are likely at 39.")
                .write("Where it is", "https://example.org/app/forecast")
                .complete();
        assertThat(onTrack("sales-track", "userTask_adjustDraft")).isNotNull();
    }

    private void productChangesItsDraftAfterSalesWasDone() {
        done("sales", onTrack("sales-track", "userTask_adjustDraft"), Map.of("adjustment", "DONE"));
        TaskForm form =
                tasklistOf("product").open("Adjust the draft: Product", NAME).claim();
        assertThat(form.rows("The others' latest drafts")).hasSize(3);
        assertThat(form.rows("Our versions")).singleElement().asString().contains("The price is 39.");
        form.lookAt(NAME).photograph("58-adjust-draft");
        form.tick("Share a new version")
                .write("What the draft says", "Tickets, seats and delays in one app. The price is 49.")
                .write("What changed", CHANGE);
        form.lookAt("What changed").photograph("59-share-a-new-version");
        form.complete();
        assertThat(this.<List<String>>drafts("$[?(@.track == 'product-track')].versions[*].links"))
                .as("the form begins with the last version")
                .containsExactly("https://example.org/app/product", "https://example.org/app/product");
    }

    private void salesStandsByItsDraft() {
        TaskForm form =
                tasklistOf("sales").open("Adjust the draft: Sales", NAME).claim();
        assertThat(form.rows("Newer than what you built on"))
                .singleElement()
                .asString()
                .contains("Product", "1", "2", CHANGE);
        form.lookAt(NAME).photograph("60-newer-draft");
        form.tick("Our part is done");

        assertThat(form.refusal()).contains("version 1 of product-track", "there is version 2");
        form.photograph("61-not-done-with-an-older-draft");

        form.dismissRefusal()
                .tick("Our work stands, also with the newer drafts")
                .write("Why it stands", "Our page names no price.");
        form.lookAt("Why it stands").photograph("62-acknowledge");
        form.complete();
        assertThat(this.<List<String>>drafts("$[?(@.track == 'sales-track')].acknowledgements[*].note"))
                .containsExactly("Our page names no price.");
    }

    private void everyOtherTrackIsDone() {
        Map<String, Object> stands = Map.of("adjustment", "DONE", "newerDraftsAcknowledged", true);
        done("creative", onTrack("marketing-track", "userTask_adjustDraft"), stands);
        done("analytics", onTrack("analytics-track", "userTask_adjustDraft"), stands);
        done("product", onTrack("product-track", "userTask_adjustDraft"), Map.of("adjustment", "DONE"));
        done("marketing", KEY, "userTask_alignLaunch", Map.of("alignLaunchResult", "49 everywhere, from Monday on."));
    }

    private void theRightGroupDecidesTheLaunch() {
        TaskForm review = tasklistOf("campaign-manager")
                .openFilter("My groups' approvals")
                .open("Review the gate: Convergence", NAME);
        assertThat(claimGate("product")).isEqualTo(403);
        review.claim()
                .tick("Content")
                .tick("Targeting")
                .tick("Channels")
                .tick("Timing")
                .tick("Approve");
        review.lookAt(NAME).photograph("63-convergence-of-tracks");
        review.complete();

        await().until(() -> "LAUNCHED".equals(campaign(KEY, "$.state")));
        assertThat(this.<List<Object>>campaign(KEY, "$.milestones[?(@.reachedAt == null)]"))
                .isEmpty();
    }

    private int claimGate(String user) {
        Task gate = task("userTask_reviewGate");
        return post(user, "/engine-rest/task/" + gate.getId() + "/claim", json(Map.of("userId", user)))
                .statusCode();
    }

    private void firstDraft(String user, String track, String result) {
        done(
                user,
                onTrack(track, "userTask_makeDraft"),
                Map.of("makeDraftResult", result, "makeDraftLinks", "https://example.org/app/" + track));
    }

    private Task onTrack(String track, String task) {
        return soon(open(task).processVariableValueEquals("trackId", track));
    }

    private Task task(String key) {
        return soon(open(key));
    }

    private TaskQuery open(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .taskDefinitionKey(task);
    }

    /** Tasks behind a job come a little later. */
    private static Task soon(TaskQuery one) {
        return await().atMost(Duration.ofSeconds(30)).until(one::singleResult, Objects::nonNull);
    }

    private String instanceOfMilestone(String milestone) {
        return soon(open("userTask_reachMilestone").taskVariableValueEquals("milestoneId", milestone))
                .getProcessInstanceId();
    }

    private <T> T drafts(String path) {
        return JsonPath.read(
                get("campaign-manager", "/api/campaigns/" + KEY + "/drafts").body(), path);
    }

    private List<String> notices(String team) {
        return JsonPath.read(
                get("campaign-manager", "/api/campaigns/" + KEY + "/notices").body(),
                "$[?(@.recipient == '" + team + "')].text");
    }
}
