package dev.convergence.adaptive.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of sources is deployed while a campaign is live; its watches obey it. */
class ChangedSourcesTest extends WatchedCampaign {

    private static final Path TABLE = Path.of("bpmn/decisions/reading-sources.dmn");

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void takeBack() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
        // What was taken away is noticed after half a minute; other tests do not wait for that.
        jdbc.sql("update cc_decision_stamp set stamp = stamp + 1").update();
    }

    @Test
    void aSourceThatIsPutBackIsWatchedAgainFromItsNextReadingOn() throws IOException {
        begin();
        hear(CRM);
        change("\"crm\"", "\"crm-of-old\"");
        lookAt(CRM);
        assertThat(watchOf(CRM)).isNull();

        change("\"crm\"", "\"crm\"");
        hear(CRM);

        assertThat(nextLook(CRM)).isEqualTo(state(CRM).lastHeardAt().plus(Duration.ofDays(1)));
        String watch = watchOf(CRM).getId();
        hear(CRM);
        assertThat(watchOf(CRM).getId()).as("one watch").isEqualTo(watch);
    }

    private void change(String from, String to) throws IOException {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString("reading-sources.dmn", Files.readString(TABLE).replace(from, to))
                .deploy()
                .getId());
    }
}
