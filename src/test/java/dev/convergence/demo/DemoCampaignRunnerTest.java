package dev.convergence.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.convergence.RunningApplication;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What a newcomer finds whose campaigns are parallel or adaptive. */
@TestPropertySource(
        properties = {
            "convergence.demo.campaigns=true",
            "spring.datasource.url=jdbc:h2:mem:demo-campaigns;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
        })
@DirtiesContext
class DemoCampaignRunnerTest extends RunningApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @AfterEach
    void backToThePresent() {
        ClockUtil.reset();
    }

    @Test
    void showADraftThatIsLateAndOneThatChangedUnderTheOthers() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(this.<List<String>>read("city-guide/drafts", "$[*].flags[*].track"))
                        .containsExactlyInAnyOrder("marketing-track", "sales-track", "analytics-track"));
        await().atMost(PATIENCE).until(() -> openTasks("city-guide", "userTask_adjustDraft") == 4);

        ClockUtil.offset(Duration.ofSeconds(70).toMillis());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(this.<List<String>>read("travel-pass-rehearsal", "$.stalls[*].kind"))
                        .containsExactly("missedMilestone"));
        assertThat(this.<List<List<String>>>read("travel-pass-rehearsal", "$.milestones[*].waitingFor"))
                .contains(List.of("analytics-track"));
        assertThat(openTasks("travel-pass-rehearsal", "userTask_makeDraft")).isEqualTo(1);
    }

    @Test
    void showALiveCampaignThatDidWellAndIsReadyToCorrectItself() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(this.<List<String>>read("flash-sale/readings", "$[*].verdict"))
                        .hasSizeGreaterThan(2)
                        .containsOnly("APPLIED"));

        assertThat(this.<String>read("flash-sale", "$.state")).isEqualTo("LAUNCHED");
        assertThat(this.<List<Object>>read("flash-sale/actions", "$")).isEmpty();
        assertThat(this.<List<String>>read("flash-sale/budgets", "$[*].channel"))
                .contains("email", "social");
        assertThat(this.<Boolean>read("flash-sale/automation", "$.automatic")).isTrue();
        assertThat(get("sales", "/api/campaigns/flash-sale/live").body()).contains("live.js");
    }

    private <T> T read(String campaign, String path) {
        return JsonPath.read(get("manager", "/api/campaigns/" + campaign).body(), path);
    }

    private long openTasks(String campaign, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .taskDefinitionKey(task)
                .count();
    }
}
