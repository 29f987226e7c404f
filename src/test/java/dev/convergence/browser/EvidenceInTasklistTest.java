package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a gate is decided on: evidence, advice, and the conditions of earlier approvals. */
class EvidenceInTasklistTest extends BrowserTest {

    private static final String KEY = "on-evidence";
    private static final String NAME = "On evidence";
    private static final String LAUNCH = "asked-about-launch";
    private static final String LAUNCH_NAME = "Asked about the launch";
    private static final String FIRST_GATE = "Review the gate: Product ready";
    private static final String SECOND_GATE = "Review the gate: Assets ready";
    private static final List<String> CONDITIONS = List.of("Add the Danish prices", "Name the warranty");

    @Test
    void missingEvidenceAndOpenConditionsRefuseAnApproval() {
        briefOverHttp(KEY, NAME, "Sell in Denmark");
        done("product", KEY, "userTask_finaliseProduct", Map.of());
        evidenceIsMissing();

        done("product", KEY, "userTask_finaliseProduct", Map.of("finaliseProductResult", "Price list and contract"));
        approveWithConditions();

        makeAssetsOverHttp(KEY);
        conditionsAreOpen();

        CONDITIONS.forEach(this::meet);
        tasklistOf("product").open(SECOND_GATE, NAME).tick("Approve").complete();
        assertThat(this.<List<String>>campaign(KEY, "$.gates[*].outcome"))
                .startsWith("APPROVED_WITH_CONDITIONS", "APPROVED");
    }

    private void evidenceIsMissing() {
        TaskForm review = tasklistOf("marketing").open(FIRST_GATE, NAME).claim();
        assertThat(review.rows("Evidence")).singleElement().asString().contains("What is finalised", "Missing");
        assertThat(review.tick("Approve").refusal()).contains("evidence is missing: What is finalised");
        review.photograph("70-evidence-missing");
        review.dismissRefusal()
                .tick("Send back")
                .write("Comment", "What is final?")
                .complete();
    }

    private void approveWithConditions() {
        TaskForm review = tasklistOf("marketing").open(FIRST_GATE, NAME).claim();
        assertThat(review.rows("Evidence")).singleElement().asString().contains("Provided", "Price list and contract");
        review.tick("Approve with conditions")
                .write("Conditions", String.join("\n", CONDITIONS))
                .choose("Owner of the conditions", "Legal")
                .pick("Due date of the conditions", LocalDate.now().plusDays(7));
        review.lookAt("Due date of the conditions").photograph("71-approve-with-conditions");
        review.complete();
        assertThat(seenVersion()).isEqualTo(2);
    }

    private Object seenVersion() {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("seenVersion")
                .processInstanceIdIn(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(KEY)
                        .taskDefinitionKey("userTask_reviewGate")
                        .orderByHistoricTaskInstanceEndTime()
                        .desc()
                        .list()
                        .get(0)
                        .getProcessInstanceId())
                .singleResult()
                .getValue();
    }

    private void conditionsAreOpen() {
        TaskForm review = tasklistOf("product").open(SECOND_GATE, NAME).claim();
        assertThat(review.rows("Conditions of earlier approvals")).hasSize(2).allSatisfy(row -> assertThat(row)
                .contains("Product ready", "legal", "Open"));
        assertThat(review.tick("Approve").refusal()).contains(CONDITIONS);
        review.photograph("72-conditions-open");
    }

    private void meet(String condition) {
        TaskForm task = tasklistOf("legal")
                .open("Meet the condition: " + condition, NAME)
                .claim();
        assertThat(task.text()).contains("Product ready", condition);
        task.write("How it was met", "https://example.org/contract").photograph("73-meet-condition");
        task.complete();
    }

    @Test
    void whoIsConsultedOnTheLaunchAdvisesAndDoesNotDecide() {
        startOverHttp(LAUNCH, LAUNCH_NAME);
        convergeOverHttp(LAUNCH);

        TasklistPage consulted = tasklistOf("product");
        TaskForm advice =
                consulted.open("Advise on the gate: Convergence", LAUNCH_NAME).claim();
        assertThat(consulted.cards()).noneMatch(card -> card.contains("Review") && card.contains(LAUNCH_NAME));
        assertThat(advice.text())
                .contains("asked for advice")
                .doesNotContain("Your decision", "Approve with conditions");
        advice.write("Your advice", "Launch, but not on a Friday").photograph("74-advise-on-launch");
        advice.complete();

        TaskForm review = tasklistOf("campaign-manager").open("Review the gate: Convergence", LAUNCH_NAME);
        assertThat(review.rows("What the consulted groups say"))
                .singleElement()
                .asString()
                .contains("product", "not on a Friday");
        review.photograph("75-advice-at-the-launch");
    }
}
