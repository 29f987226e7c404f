package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who finds what in Tasklist. */
class TasklistFiltersTest extends BrowserTest {

    private static final String GATE = "Review the gate: Product ready";

    @Test
    void showAGateToItsApproversAndToNoOtherTeam() {
        startOverHttp("two-teams", "Two teams");

        TasklistPage approver = tasklistOf("marketing").openFilter("My groups' approvals");
        assertThat(approver.cardOf(GATE, "Two teams").getText()).contains("Product ready");
        browser.photograph("40-approvals");

        tasklistOf("legal").openFilter("My groups' approvals").seeNoTasks();
        browser.photograph("41-approvals-of-another-team");
    }
}
