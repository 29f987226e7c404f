package dev.convergence.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.ModelCoverage;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParallelConvergenceTest extends ParallelCampaign {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("parallel-convergence", "track");

    @Test
    void runsAllTracksAtOnceAndJoinsThemAtTwoMilestones() {
        begin();
        var pattern = pattern();
        assertThat(TRACKS).allSatisfy(track -> assertThat(at(track))
                .hasValueSatisfying(
                        task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_makeDraft")));

        makeDraft("product-track");
        makeDraft("marketing-track");
        makeDraft("sales-track");
        assertThat(at("product-track")).as("waits for the last draft").isEmpty();
        assertThat(milestones("drafts-converged")).hasSize(1);
        makeDraft("analytics-track");
        assertThat(milestones("drafts-converged")).isEmpty();
        assertThat(TRACKS).allSatisfy(track -> assertThat(at(track))
                .hasValueSatisfying(
                        task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_adjustDraft")));

        TRACKS.forEach(this::finish);
        assertThat(milestones("final-converged")).isEmpty();
        assertOpen("userTask_alignLaunch");
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "SENT_BACK");
        assertOpen("userTask_alignLaunch");
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned again"));
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");

        assertOpen("userTask_holdPostMortem");
        BpmnAwareTests.assertThat(pattern)
                .isEnded()
                .hasPassed("event_plannedLaunch")
                .hasNotPassed("event_launchStopped", "event_noWeeklySync");
    }

    @Test
    void stopsAtTheConvergenceGate() {
        begin(Map.of("weeklySync", false));
        var pattern = pattern();
        everyoneMakesADraft();
        TRACKS.forEach(this::finish);
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));
        decide(key, "STOPPED");
        settle(key);

        assertThat(tasks(key)).isEmpty();
        BpmnAwareTests.assertThat(pattern)
                .isEnded()
                .hasPassed("event_launchStopped", "event_noWeeklySync")
                .hasNotPassed("event_plannedLaunch");
    }

    @Test
    void takesATrackBackToWorkThatWasDoneWithAnOlderDraft() {
        begin();
        everyoneMakesADraft();
        finish("sales-track");
        finish("analytics-track");
        assertThat(at("sales-track")).isEmpty();

        share("product-track", "The price is 49, not 39.");

        assertThat(at("sales-track")).as("built on version 1").isPresent();
        finish("product-track");
        standBy("marketing-track");
        standBy("analytics-track");
        assertThat(milestones("final-converged")).as("sales is at work again").hasSize(1);
        share("sales-track", "Sells at 49.");
        finish("sales-track");
        TRACKS.stream().filter(track -> at(track).isPresent()).forEach(this::standBy);
        assertOpen("userTask_alignLaunch");
    }

    @Test
    void takesATrackBackToWorkBelowWhichADraftChangesAsItEnds() {
        begin();
        everyoneMakesADraft();
        tick();
        engine.getTaskService().complete(at("sales-track").orElseThrow().getId(), Map.of("adjustment", "DONE"));

        share("product-track", "The price is 49, not 39.");

        assertThat(at("sales-track")).isPresent();
        assertThat(milestones("final-converged")).hasSize(1);
    }

    @Test
    void letsNobodyDecideTheGateWhoWorkedOnATrack() {
        var identity = engine.getIdentityService();
        String author = "author-" + key;
        identity.saveUser(identity.newUser(author));
        identity.createMembership(author, "campaign-managers");
        begin(Map.of("weeklySync", false));
        String draft = at("product-track").orElseThrow().getId();
        engine.getTaskService().setAssignee(draft, author);
        as(author, () -> engine.getTaskService()
                .complete(draft, Map.of("makeDraftResult", "The draft", "makeDraftLinks", "The folder")));
        settle(key);
        TRACKS.stream().filter(track -> at(track).isPresent()).forEach(this::makeDraft);
        TRACKS.forEach(this::finish);
        complete(key, "userTask_alignLaunch", Map.of("alignLaunchResult", "Aligned"));

        assertThatThrownBy(() -> as(author, () -> decide(key, "APPROVED")))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("nobody decides on work of their own");
        assertThat(review(key)).isNotNull();
    }

    @Test
    void tellsOfADraftThatWasSharedPastTheTasks() {
        begin();
        everyoneMakesADraft();
        String track = at("sales-track").orElseThrow().getProcessInstanceId();

        engine.getRuntimeService()
                .createMessageCorrelation("draftShared")
                .processInstanceId(track)
                .setVariablesToTriggeredScope(Map.of("draftVersion", 1))
                .correlate();
        settle(key);

        BpmnAwareTests.assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(track)
                        .singleResult())
                .hasPassed("event_lateDraftTold");
    }

    @Test
    void waitsForNobodyOnceTheLastMilestoneWasDeclaredReached() {
        begin();
        everyoneMakesADraft();
        finish("product-track");
        seeTo("final-converged", Map.of("milestoneAction", "REACHED", "milestoneComment", "The rest is small."));
        finish("marketing-track");
        finish("sales-track");
        assertThat(task(key, "userTask_alignLaunch")).isNull();
        finish("analytics-track");

        assertOpen("userTask_alignLaunch");
    }

    @Test
    void dueDatesOfTracksComeFromThePlan() {
        begin(Map.of(
                "plan",
                SpinValues.jsonValue("[{\"id\": \"sales-track\", \"due\": \"2027-03-12\"}]")
                        .create()));

        assertThat(at("sales-track").orElseThrow().getDueDate()).isEqualTo("2027-03-12T17:00:00Z");
        assertThat(at("product-track").orElseThrow().getDueDate()).isNull();
    }
}
