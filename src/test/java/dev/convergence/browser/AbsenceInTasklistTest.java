package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody goes on holiday, and a colleague of another team does their work meanwhile. */
class AbsenceInTasklistTest extends BrowserTest {

    private static final String KEY = "autumn-fair";
    private static final String NAME = "Autumn fair";

    @AfterEach
    void everybodyIsBack() {
        absences().forEach(id -> delete("manager", "/api/absences/" + id));
    }

    @Test
    void fromTheStartFormToTheRecord() {
        startOverHttp(KEY, NAME);

        tasklistOf("marketing")
                .startProcess("Absence")
                .pick("First day away", LocalDate.now())
                .pick("Last day away", LocalDate.now().plusDays(3))
                .write("Substitute", "support")
                .photograph("30-record-absence")
                .start();

        assertThat(absences()).hasSize(1);
        TaskForm review = tasklistOf("support")
                .openFilter("My groups' approvals")
                .open("Review the gate: Product ready", NAME)
                .claim();
        review.lookAt(NAME).photograph("31-work-of-the-absent");
        review.tick("Approve").complete();

        HistoricTaskInstance done = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(KEY)
                .taskDefinitionKey("userTask_reviewGate")
                .singleResult();
        assertThat(done.getAssignee()).isEqualTo("support");
        assertThat(done.getOwner()).isEqualTo("marketing");
        theNextReviewerReadsInWhoseName();
    }

    private void theNextReviewerReadsInWhoseName() {
        makeAssetsOverHttp(KEY);
        TaskForm next = tasklistOf("product").open("Review the gate: Assets ready", NAME);
        assertThat(next.rows("Gates so far"))
                .singleElement()
                .asString()
                .contains("Product ready", "Approved", "support for marketing");
        next.photograph("32-in-whose-name");
    }

    private List<String> absences() {
        return JsonPath.read(get("manager", "/api/absences").body(), "$[*].id");
    }
}
