package dev.convergence.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.campaign.replay.LaunchPlan;
import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "convergence.replay.launch=classpath:launches-of-another-shape/bakery-opening.json",
            "spring.datasource.url=jdbc:h2:mem:replay;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
        })
@ActiveProfiles("replay")
@DirtiesContext
class ReplayServiceTest {

    @Autowired
    private ReplayService replayService;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aRealLaunchTellsWhoWasToldWhatBecameLateAndWhichGateStalled() throws IOException {
        String story = replayService.of(launch("/launches/kubernetes-1.30.json"), "real-launch");

        assertThat(story)
                .contains("moves shifted", "told: ")
                .containsSubsequence(
                        "Review the gate: Product ready",
                        "remind   told product: Gate “Assets ready”",
                        "backup   told product: Gate “Assets ready”",
                        "manager  told campaign-managers: Gate “Assets ready”",
                        "sponsor  told sponsors: Gate “Assets ready”",
                        "Review the gate: Assets ready  LATE",
                        "Hold the post-mortem",
                        "Who was told how often",
                        "What became late:",
                        "Which gates stalled:",
                        "Gate “Assets ready” of campaign “Kubernetes 1.30” (real-launch)",
                        "Resolved");
    }

    @Test
    void aPlanOfAnotherShapeLoadsAsWell() throws IOException {
        String story = replayService.of(launch("/launches-of-another-shape/bakery-opening.json"), "another-shape");

        assertThat(story)
                .contains("Oven tested: 2026-03-02 → 2026-03-04 (+2 working days)", "told: ")
                .contains("Hold the post-mortem");
    }

    private static LaunchPlan launch(String file) throws IOException {
        try (InputStream json = ReplayServiceTest.class.getResourceAsStream(file)) {
            return LaunchPlan.read(json);
        }
    }
}
