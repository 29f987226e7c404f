package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit together, as whoever settles it sees it. */
class ConflictInTasklistTest extends BrowserTest {

    private static final String KEY = "in-conflict";
    private static final String NAME = "In conflict";
    private static final String CAMPAIGN =
            """
            {"key": "%s", "name": "%s", "type": "product-launch", "pattern": "sequential",
             "plan": [{"id": "release", "what": "Release", "group": "product", "due": "%s"}],
             "touchpoints": [{"channel": "email", "offer": "20 %%", "goLive": "%s", "dependsOn": ["release"]},
                             {"channel": "ad", "offer": "30 %%"}]}""";

    @Test
    void isSettledWhereItIsShown() {
        LocalDate release = LocalDate.now().plusDays(30);
        expectSuccess(post(
                "campaign-manager", "/api/campaigns", CAMPAIGN.formatted(KEY, NAME, release, release.minusDays(7))));
        assertThat(this.<List<String>>campaign(KEY, "$.conflicts[*].kind"))
                .containsExactlyInAnyOrder("scheduleConflict", "messageConflict");

        managerSeesThemInCockpit();
        agreeOnTheOffer();
        moveTheEmail(release);

        assertThat(this.<List<String>>campaign(KEY, "$.conflicts[*].kind")).isEmpty();
        assertThat(this.<Integer>campaign(KEY, "$.alignmentIncidents")).isEqualTo(2);
    }

    private void managerSeesThemInCockpit() {
        CockpitPage cockpit = cockpitOf("manager").openInstance(instance(KEY, "campaign"));
        assertThat(cockpit.incidentsOn("userTask_resolveConflict")).isEqualTo("2");
        cockpit.openTab("Incidents");
        assertThat(cockpit.incident("scheduleConflict")).contains("email", "Release", "working days too early");
        cockpit.photograph("82-conflicts-in-cockpit");
    }

    private void agreeOnTheOffer() {
        TaskForm form = tasklistOf("marketing")
                .open("Resolve the conflict: offer: email says “20 %”, ad says “30 %”", NAME)
                .claim();
        assertThat(form.rows("The places")).hasSize(2);
        assertThat(form.refusal()).contains("agreedValue");
        form.dismissRefusal().write("What was agreed", "25 %").photograph("80-message-conflict");
        form.complete();
    }

    private void moveTheEmail(LocalDate release) {
        TaskForm form = tasklistOf("marketing").open(task(), NAME).claim();
        form.choose("Which date moves", "email (" + release.minusDays(7) + ")")
                .pick("To which day", release)
                .write("Why", "The release is on that day")
                .photograph("81-schedule-conflict");
        form.complete();
    }

    private String task() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(KEY)
                .taskDefinitionKey("userTask_resolveConflict")
                .singleResult()
                .getName();
    }
}
