package dev.convergence.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.EmbeddedDatabase;
import dev.convergence.benchmark.StatementLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How many SQL statements one gate costs: opened with its ladder armed, and decided. The first gate of three in a row
 * is decided, and thereby the second opened.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "convergence.demo.enabled=false"})
@Import(StatementLog.OfApplication.class)
@DirtiesContext
class GateCostTest {

    private static final int MOST_STATEMENTS = 58;
    /** Two of them find out whether the approver may decide: who was made a candidate by hand, who did the work. */
    private static final int MOST_STATEMENTS_AS_APPROVER = 64;

    private static final int MOST_STATEMENTS_WITH_EVIDENCE = 153;
    private static final int MOST_STATEMENTS_WITH_VOTES = 463;
    private static final int ROUNDS_TO_WARM_UP = 3;
    private static final List<String> VOTERS = List.of("ada", "ben", "cleo");

    private static final Map<String, Object> DECISION = Map.of("gateOutcome", "APPROVED", "gateComment", "Fine.");
    private static final String PLAN =
            """
            [{"id":"product","what":"The product","group":"product","due":"2030-01-15"}]""";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private StatementLog log;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = EmbeddedDatabase.freshDatabaseUrl();
        properties.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void deploy(@Autowired RepositoryService repository) {
        repository
                .createDeployment()
                .addClasspathResource("benchmark/gates.bpmn")
                .addClasspathResource("benchmark/voted-gate.bpmn")
                .enableDuplicateFiltering(false)
                .deploy();
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    void ofTheGateItself() {
        assertThat(ofOneGate(() -> {})).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void ofTheGateAsApproverWithAuthorizations() {
        assertThat(ofOneGate(() -> identity.setAuthentication("pat", List.of("campaign-managers"))))
                .hasSizeLessThanOrEqualTo(MOST_STATEMENTS_AS_APPROVER);
    }

    /** With evidence, three groups that are told, one that is consulted and answers; decided by one, then by three votes. */
    @Test
    void ofAGateWithEvidenceAndAVote(@Autowired ManagementService jobs) {
        voters();
        int alone = statements("benchmark-work", "any", jobs);
        int decided = statements("benchmark-voted-gate", "any", jobs) - alone;
        int voted = statements("benchmark-voted-gate", "all", jobs) - alone;

        assertThat(decided).isLessThanOrEqualTo(MOST_STATEMENTS_WITH_EVIDENCE);
        assertThat(voted).isLessThanOrEqualTo(MOST_STATEMENTS_WITH_VOTES);
    }

    private void voters() {
        for (String voter : VOTERS) {
            identity.saveUser(identity.newUser(voter));
            identity.createMembership(voter, "marketing");
        }
    }

    /** Of all that happens once the work is done, and of doing the work itself. */
    private int statements(String process, String quorum, ManagementService jobs) {
        int statements = 0;
        for (int round = 0; round <= ROUNDS_TO_WARM_UP; round++) {
            String campaign = UUID.randomUUID().toString();
            Map<String, Object> facts = new HashMap<>(facts());
            facts.put("quorum", quorum);
            runtime.startProcessInstanceByKey(process, campaign, facts);
            statements = 0;
            for (Task open = next(campaign); open != null; open = next(campaign)) {
                String task = open.getId();
                statements += log.of(() -> tasks.complete(task, answer())).size();
                for (Job job : jobs.createJobQuery().messages().list()) {
                    statements += log.of(() -> jobs.executeJob(job.getId())).size();
                }
            }
        }
        return statements;
    }

    private static Map<String, Object> answer() {
        return Map.of("finaliseProductResult", "Done", "advice", "Fine.", "gateOutcome", "APPROVED");
    }

    /** The advice first: a decision would take it away. */
    private Task next(String campaign) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .orderByTaskName()
                .asc()
                .list();
        return open.isEmpty() ? null : open.get(0);
    }

    private List<String> ofOneGate(Runnable logIn) {
        List<String> statements = List.of();
        for (int round = 0; round <= ROUNDS_TO_WARM_UP; round++) {
            String campaign = UUID.randomUUID().toString();
            runtime.startProcessInstanceByKey("benchmark-gates", campaign, facts());
            Task first = openReview(campaign);
            logIn.run();
            statements = log.of(() -> tasks.complete(first.getId(), DECISION));
            identity.clearAuthentication();
            assertThat(openReview(campaign).getId()).isNotEqualTo(first.getId());
        }
        return statements;
    }

    private static Map<String, Object> facts() {
        return Map.of(
                "campaignName", "Spring launch",
                "priority", "normal",
                "pattern", "sequential-convergence",
                "plan", SpinValues.jsonValue(PLAN).create());
    }

    private Task openReview(String campaign) {
        return tasks.createTaskQuery().processInstanceBusinessKey(campaign).singleResult();
    }
}
