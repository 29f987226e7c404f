package dev.convergence.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convergence.ModelCoverage;
import dev.convergence.engine.variable.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneTest extends ParallelCampaign {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("milestone");

    private static final List<String> TEAMS =
            List.of("campaign-managers", "product", "legal", "marketing", "creative", "sales", "support", "analytics");

    @Test
    void tellsEveryTeamThatDependsOnItWhenItIsSet() {
        begin();

        assertThat(toldAbout("drafts-converged", "milestone")).containsExactlyInAnyOrderElementsOf(TEAMS);
        assertThat(notices(key))
                .filteredOn(notice -> notice.about().equals("drafts-converged"))
                .allSatisfy(notice -> assertThat(notice.text())
                        .startsWith("Milestone “Drafts converged” of campaign “Name of " + key + "” is due "));
    }

    @Test
    void isAtRiskBeforeAndMissedAtItsDateAndClimbsTheLadder() {
        begin();
        makeDraft("product-track");
        Instant due = milestone("drafts-converged").getDueDate().toInstant();

        climbMilestone("drafts-converged");
        assertThat(now()).isBefore(due);
        assertThat(incidents(key)).isEmpty();
        assertThat(toldAbout("drafts-converged", "at-risk")).containsExactlyInAnyOrderElementsOf(TEAMS);

        climbMilestone("drafts-converged");
        assertThat(now()).isEqualTo(due);
        assertThat(toldAbout("drafts-converged", "missed")).containsExactlyInAnyOrderElementsOf(TEAMS);
        assertThat(incidents(key))
                .filteredOn(incident -> incident.getActivityId().equals("userTask_reachMilestone"))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.getIncidentType()).isEqualTo("missedMilestone");
                    assertThat(incident.getIncidentMessage())
                            .contains("Drafts converged")
                            .endsWith("Still to arrive: Analytics, Marketing and creative, Sales.");
                });

        climbMilestone("drafts-converged");
        climbMilestone("drafts-converged");
        assertThat(task(key, "userTask_resolveStall"))
                .as("the top of the ladder")
                .isNotNull();
    }

    @Test
    void isReachedByTheLastWhoArrivesAndEndsItsStall() {
        begin();
        climbMilestone("drafts-converged");
        climbMilestone("drafts-converged");

        everyoneMakesADraft();

        assertThat(incidents(key)).isEmpty();
        assertThat(history()).isNotEmpty().allMatch(HistoricIncident::isResolved);
        assertThat(milestones("drafts-converged")).isEmpty();
        assertThat(notices(key))
                .filteredOn(notice -> notice.text().endsWith("is reached: everyone has arrived."))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrderElementsOf(TEAMS);
    }

    @Test
    void isMovedInItsTaskWithAReasonThatEveryoneIsTold() {
        begin();
        climbMilestone("drafts-converged");
        climbMilestone("drafts-converged");
        Instant finalDue = milestone("final-converged").getDueDate().toInstant();

        seeTo(
                "drafts-converged",
                Map.of(
                        "milestoneAction", "MOVED",
                        "milestoneDue", "2027-03-15",
                        "milestoneComment", "The photographer is ill."));

        Task moved = milestone("drafts-converged");
        assertThat(moved.getDueDate()).isEqualTo("2027-03-15T17:00:00.000");
        assertThat(incidents(key)).isEmpty();
        assertThat(notices(key))
                .filteredOn(notice -> notice.text().contains("The photographer is ill."))
                .filteredOn(notice -> notice.subject().equals("milestone"))
                .filteredOn(notice -> notice.about().equals("drafts-converged"))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrderElementsOf(TEAMS);
        assertThat(milestone("final-converged").getDueDate())
                .as("of which the plan says nothing")
                .isEqualTo(Date.from(finalDue));
        climbMilestone("drafts-converged");
        assertThat(now()).as("at risk again").isAfter(Instant.parse("2027-03-10T00:00:00Z"));
    }

    @Test
    void isDeclaredReachedWithAReasonAndLetsThoseGoOnWhoWait() {
        begin();
        makeDraft("product-track");

        seeTo("drafts-converged", Map.of("milestoneAction", "REACHED", "milestoneComment", "Sales follows."));

        assertThat(milestones("drafts-converged")).isEmpty();
        assertThat(at("product-track").orElseThrow().getTaskDefinitionKey()).isEqualTo("userTask_adjustDraft");
        makeDraft("sales-track");
        assertThat(at("sales-track").orElseThrow().getTaskDefinitionKey())
                .as("comes late and waits for nobody")
                .isEqualTo("userTask_adjustDraft");
    }

    @Test
    void noticesWhoArrivesWhileItsDateIsMoved() {
        begin();
        makeDraft("product-track");
        makeDraft("marketing-track");
        makeDraft("sales-track");
        tick();
        engine.getTaskService()
                .complete(
                        milestone("drafts-converged").getId(),
                        Map.of(
                                "milestoneAction", "MOVED",
                                "milestoneDue", "2027-03-15",
                                "milestoneComment", "Somebody is late."));
        String move = engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> instanceIds(key).contains(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow()
                .getId();
        tick();
        engine.getTaskService()
                .complete(
                        at("analytics-track").orElseThrow().getId(),
                        Map.of("makeDraftResult", "Just in time", "makeDraftLinks", "The folder"));
        engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> instanceIds(key).contains(job.getProcessInstanceId()))
                .filter(job -> !job.getId().equals(move))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));

        settle(key);

        assertThat(milestones("drafts-converged")).isEmpty();
        assertThat(at("analytics-track").orElseThrow().getTaskDefinitionKey()).isEqualTo("userTask_adjustDraft");
    }

    @Test
    void doesNotMoveWithoutAReason() {
        begin();
        Task milestone = milestone("drafts-converged");
        Date later = Date.from(now().plus(Duration.ofDays(20)));

        assertThatThrownBy(() -> engine.getTaskService().setDueDate(milestone.getId(), later))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("reason");

        assertThat(milestone("drafts-converged").getDueDate()).isEqualTo(milestone.getDueDate());
    }

    @ParameterizedTest
    @CsvSource({
        "milestoneAction, '', , ",
        "milestoneAction, LATER, Why, ",
        "milestoneComment, REACHED, '', ",
        "milestoneComment, MOVED, '', 2027-03-19",
        "milestoneDue, MOVED, Why, ",
        "milestoneDue, MOVED, Why, tomorrow",
        "milestoneDue, MOVED, Why, 2027-02-26",
    })
    void refusesWhatIsNoAnswer(String field, String action, String comment, String due) {
        begin();
        Map<String, Object> answer = new java.util.HashMap<>();
        answer.put("milestoneAction", action);
        answer.put("milestoneComment", comment);
        answer.put("milestoneDue", due);

        assertThatThrownBy(() -> seeTo("drafts-converged", answer))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith(field);
        assertThat(milestones("drafts-converged")).hasSize(1);
    }

    @Test
    void refusesADayFromWhichAnotherDateWouldLeaveTheCalendars() {
        begin();
        engine.getRuntimeService()
                .setVariable(
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(key)
                                .processDefinitionKey("campaign")
                                .singleResult()
                                .getId(),
                        "plan",
                        SpinValues.jsonValue(
                                        """
                                [{"id": "drafts-converged", "what": "Drafts", "group": "sales", "due": "2027-03-08"},
                                 {"id": "jubilee", "what": "Jubilee", "group": "sales", "due": "2160-01-04"}]""")
                                .create());

        assertThatThrownBy(() -> seeTo(
                        "drafts-converged",
                        Map.of("milestoneAction", "MOVED", "milestoneComment", "Why", "milestoneDue", "2090-01-03")))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith("milestoneDue would move");
        assertThat(milestones("drafts-converged")).hasSize(1);
    }

    @Test
    void refusesADayThatHasClosedForBusiness() {
        begin();
        moveTo(MONDAY.plus(Duration.ofHours(12)));

        assertThatThrownBy(() -> seeTo(
                        "drafts-converged",
                        Map.of("milestoneAction", "MOVED", "milestoneComment", "Why", "milestoneDue", "2027-03-01")))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith("milestoneDue");
    }

    private List<HistoricIncident> history() {
        String campaign = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .rootProcessInstances()
                .singleResult()
                .getId();
        return engine.getHistoryService().createHistoricIncidentQuery().incidentType("missedMilestone").list().stream()
                .filter(incident -> campaign.equals(incident.getRootProcessInstanceId()))
                .toList();
    }

    /** The next rung of this milestone's ladder. */
    private void climbMilestone(String milestone) {
        climb(milestone(milestone), 1);
    }
}
