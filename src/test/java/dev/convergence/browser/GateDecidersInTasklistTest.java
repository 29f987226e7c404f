package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may not decide a gate finds nothing to press on its review, and reads why. */
class GateDecidersInTasklistTest extends BrowserTest {

    private static final String KEY = "whose-gate";
    private static final String NAME = "Whose gate";
    private static final String OTHER_NAME = "Another campaign of theirs";
    private static final String GATE = "Review the gate: Product ready";
    private static final String AUTHOR = "ada";

    @BeforeEach
    void somebodyInBothTeams() {
        IdentityService identity = engine.getIdentityService();
        User author = identity.newUser(AUTHOR);
        author.setFirstName("Ada");
        author.setLastName("Author");
        author.setPassword(AUTHOR);
        identity.saveUser(author);
        List.of("product", "marketing").forEach(team -> identity.createMembership(AUTHOR, team));
    }

    @AfterEach
    void theyLeave() {
        engine.getIdentityService().deleteUser(AUTHOR);
    }

    @Test
    void nothingToPressForWhoMayNotDecide() {
        briefOverHttp("not-their-gate", OTHER_NAME, "Something else");
        briefOverHttp(KEY, NAME, "Win back last year's visitors");
        done(AUTHOR, KEY, "userTask_finaliseProduct", Map.of("finaliseProductResult", "The programme"));

        TasklistPage author = tasklistOf(AUTHOR);
        expectNothingToPress(author.open(GATE, NAME), "nobody decides on work of their own");
        browser.photograph("60-own-work");
        assertThat(author.open("Finalise the product", OTHER_NAME).mayBeClaimed())
                .isTrue();
        expectNothingToPress(author.open(GATE, NAME), "nobody decides on work of their own");

        expectNothingToPress(othersGate("campaign-manager"), "it is for marketing");
        browser.photograph("61-campaign-manager");
        TaskForm review = tasklistOf("marketing").open(GATE, NAME);
        assertThat(review.text()).doesNotContain("You may not decide");
        review.claim();
        expectNothingToPress(othersGate("admin"), "it is for marketing");
        browser.photograph("62-administrator");

        tasklistOf("marketing").open(GATE, NAME).tick("Approve").complete();
    }

    @Test
    void saysWhyOthersDecideThanUsual() {
        String team = "authors";
        IdentityService identity = engine.getIdentityService();
        identity.saveGroup(identity.newGroup(team));
        identity.createMembership(AUTHOR, team);
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("models/work-and-gate.bpmn")
                .deploy();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "work-and-gate",
                        "others-than-usual",
                        Map.of("accountable", team, "campaignName", "Others than usual"));
        done(AUTHOR, "others-than-usual", "userTask_finaliseProduct", Map.of("finaliseProductResult", "The programme"));

        TaskForm review = tasklistOf("campaign-manager").open("Review the gate: Own gate", "Others than usual");

        assertThat(review.text())
                .contains("campaign-managers decide instead of authors", "Ada Author did the work under review")
                .doesNotContain("You may not decide");
        browser.photograph("63-decided-by-others");
        review.claim();
        review.tick("Approve").complete();
    }

    private TaskForm othersGate(String user) {
        return tasklistOf(user).openFilter("Waiting on others").open(GATE, NAME);
    }

    private static void expectNothingToPress(TaskForm review, String reason) {
        assertThat(review.text()).contains("You may not decide this gate: " + reason);
        review.seeNothingToPress();
        review.openTab("History").seeNothingToPress();
        assertThat(review.openTab("Form").text()).contains(reason);
    }
}
