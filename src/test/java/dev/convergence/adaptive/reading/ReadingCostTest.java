package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convergence.EmbeddedDatabase;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.adaptive.reading.store.Verdict;
import dev.convergence.benchmark.StatementLog;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** How many SQL statements readings cost that trigger nothing, and that none of them touches the engine. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "convergence.demo.enabled=false"})
@Import(StatementLog.OfApplication.class)
@DirtiesContext
class ReadingCostTest {

    private static final String PASSWORD = "A password, long enough 1!";

    private static final String KEY = "cost";
    /** The lock, the stamp of the decisions, sources, series, known ids, states of rules. */
    private static final int QUERIES = 6;

    private static final int SERIES = 5;
    private static final Instant BEGIN = Instant.now();
    private static final AtomicInteger READINGS = new AtomicInteger();

    @Autowired
    private ReadingProcessor readingProcessor;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StatementLog log;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = EmbeddedDatabase.freshDatabaseUrl();
        properties.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void goLive(@Autowired AdaptiveCampaignRepository campaigns, @Autowired JdbcTemplate jdbc) {
        transaction.executeWithoutResult(status -> campaigns.begin(new AdaptiveCampaign(
                KEY, "none", "always-on", "normal", BEGIN.minus(Duration.ofDays(2)), BEGIN, null, true, "{}")));
        jdbc.update("delete from cc_source");
        jdbc.update("insert into cc_source (campaign_key, source) values (?, 'email')", KEY);
        statements(SERIES);
    }

    @Test
    void ofOneReadingThatTriggersNothing() {
        List<String> statements = statements(1);

        assertThat(statements).hasSize(QUERIES + 3);
        assertNoneOfTheEngine(statements);
    }

    /** Each entry of a batch counts; the batches are sent at once. */
    @Test
    void ofManyReadingsThatTriggerNothing() {
        List<String> statements = statements(500);

        assertThat(statements).hasSize(QUERIES + 500 + SERIES + 1);
        assertNoneOfTheEngine(statements);
    }

    @Test
    void ofCopies() {
        List<PendingBatch> copies = List.of(submission(1));
        judge(copies);

        List<String> statements = log.of(() -> judge(copies));

        assertThat(statements).as("the source counts them").hasSize(QUERIES + 1);
        assertNoneOfTheEngine(statements);
    }

    @Test
    void ofSigningInToDeliverThemTheSecondTime(
            @Autowired IdentityService identity, @Qualifier("springSecurityFilterChain") @Autowired Filter security) {
        User analyst = identity.newUser("analyst");
        analyst.setPassword(PASSWORD);
        identity.saveUser(analyst);
        identity.createMembership("analyst", "analytics");
        MockHttpServletRequest delivery = request("POST", "/api/campaigns/cost/readings");
        assertThat(signIn(security, request("GET", "/api/campaigns/cost/readings")))
                .as("the first from a place: who guessed there before, and that it was right this time")
                .hasSize(5);
        assertThat(signIn(security, delivery)).as("password and groups").hasSize(2);

        assertThat(signIn(security, delivery)).isEmpty();
        assertThat(signIn(security, request("GET", "/api/campaigns/cost/readings")))
                .as("whoever reads")
                .hasSize(2);
        assertThat(signIn(security, request("POST", "/api/campaigns")))
                .as("whoever does something else")
                .hasSize(2);
    }

    private List<String> signIn(Filter security, MockHttpServletRequest request) {
        MockFilterChain signedIn = new MockFilterChain();
        List<String> statements = log.of(() -> {
            try {
                security.doFilter(request, new MockHttpServletResponse(), signedIn);
            } catch (IOException | ServletException failed) {
                throw new AssertionError(failed);
            }
        });
        assertThat(signedIn.getRequest()).as("let in").isNotNull();
        return statements;
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.addHeader(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth("analyst", PASSWORD, null));
        return request;
    }

    private static void assertNoneOfTheEngine(List<String> statements) {
        assertThat(statements).isNotEmpty().noneMatch(sql -> sql.toLowerCase(Locale.ROOT)
                .contains("act_"));
    }

    private List<String> statements(int readings) {
        List<PendingBatch> batch = new ArrayList<>(List.of(submission(readings)));
        return log.of(() -> judge(batch));
    }

    private void judge(List<PendingBatch> batch) {
        transaction.execute(status -> readingProcessor.of(batch)).forEach(Runnable::run);
        assertThat(batch)
                .allSatisfy(one -> assertThat(one.answer()).isCompleted())
                .flatExtracting(one -> one.answer().join())
                .extracting(ReadingResponse::verdict)
                .doesNotContain(Verdict.REJECTED, Verdict.STALE);
    }

    private PendingBatch submission(int readings) {
        return new PendingBatch(
                KEY, IntStream.range(0, readings).mapToObj(any -> reading()).toList());
    }

    private Reading reading() {
        int number = READINGS.incrementAndGet();
        return ReadingParser.parse(new JsonMapper()
                .createObjectNode()
                .put("id", "r" + number)
                .put("source", "email")
                .put("metric", "open-rate")
                .put("channel", "channel-" + number % SERIES)
                .put("value", 0.3)
                .put("observedAt", BEGIN.minusSeconds(3600 - number).toString()));
    }
}
