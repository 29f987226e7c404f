package dev.convergence.adaptive.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of sources is deployed while a campaign is live; its watches obey it. */
class ChangedSourcesTest extends WatchedCampaign {

    private static final Path TABLE = Path.of("bpmn/decisions/reading-sources.dmn");

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void takeBack() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
        ManagementService management = engine.getManagementService();
        batches().forEach(batch -> management.deleteBatch(batch.getId(), true));
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

    @Test
    void aShorterHeartbeatCountsBeforeTheOldOneIsOver() throws IOException {
        begin();
        watch(CRM);
        watch(WEB);
        Instant heartbeatOfWeb = nextLook(WEB);

        String shorter = Files.readString(TABLE).replace("\"P1D\"", "\"PT1H\"");
        as("process-owner", () -> deploy("reading-sources.dmn", shorter));
        moveTimers();

        assertThat(nextLook(CRM)).isEqualTo(MONDAY.plus(Duration.ofMinutes(5)));
        lookAt(WEB);
        assertThat(nextLook(WEB)).as("as planned").isEqualTo(heartbeatOfWeb);
        lookAt(CRM);
        assertThat(nextLook(CRM)).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
        silence(CRM);
        assertThat(now()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
    }

    @Test
    void aDeploymentOfOtherDecisionsMovesNoTimer() throws IOException {
        begin();
        watch(CRM);
        int before = batches().size();

        deploy("reading-quality.dmn", Files.readString(Path.of("bpmn/decisions/reading-quality.dmn")));

        assertThat(batches()).hasSize(before);
    }

    /** What the engine does soon after the deployment: a batch, with a job for each timer. */
    private void moveTimers() {
        batches().forEach(batch -> {
            execute(batch.getSeedJobDefinitionId());
            execute(batch.getBatchJobDefinitionId());
        });
    }

    private List<Batch> batches() {
        return engine.getManagementService().createBatchQuery().list();
    }

    private void execute(String jobDefinition) {
        ManagementService management = engine.getManagementService();
        management
                .createJobQuery()
                .jobDefinitionId(jobDefinition)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void change(String from, String to) throws IOException {
        deploy("reading-sources.dmn", Files.readString(TABLE).replace(from, to));
    }

    private void deploy(String file, String content) {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString(file, content)
                .deploy()
                .getId());
    }
}
