package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.ConvergenceApplication;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.adaptive.reading.store.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds whatever comes in: shuffled, repeated, late, early, malformed readings. */
class ReadingPropertyTest {

    private static final Instant BEGIN = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration COOL_DOWN = Duration.ofSeconds(10);
    private static final String FOLLOW_UP = "reading-follow-up";

    private static ConfigurableApplicationContext application;

    /** What is sent in one call, so many seconds after the one before. */
    record Call(int seconds, List<JsonNode> readings) {}

    @BeforeContainer
    static void start() {
        application = new SpringApplicationBuilder(ConvergenceApplication.class)
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:readings;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
                        "camunda.bpm.job-execution.enabled=false",
                        "convergence.demo.enabled=false")
                .run("--server.port=0");
        RepositoryService repository = application.getBean(RepositoryService.class);
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(FOLLOW_UP)
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addClasspathResource("models/reading-follow-up.bpmn")
                    .deploy();
        }
    }

    @AfterContainer
    static void stop() {
        ClockUtil.reset();
        application.close();
    }

    @Property(tries = 60)
    void everyReadingHasOneVerdictAndNoRuleActsTooOften(@ForAll("calls") @Size(min = 1, max = 12) List<Call> calls) {
        String key = live();
        Map<Verdict, Integer> told = new HashMap<>();
        Map<String, Integer> firsts = new HashMap<>();

        send(key, calls, told, firsts);

        int sent = calls.stream().mapToInt(call -> call.readings().size()).sum();
        assertThat(told.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(sent);
        assertThat(firsts.values()).containsOnly(1);
        assertThat(stored(key)).isEqualTo(withoutCopies(told));
        assertThat(counted(key)).isEqualTo(sent);
        assertThat(doubted(key)).doesNotHaveDuplicates();
        assertActionsKeepTheirDistance(key);
    }

    private static void send(String key, List<Call> calls, Map<Verdict, Integer> told, Map<String, Integer> firsts) {
        Instant now = BEGIN;
        for (Call call : calls) {
            now = now.plusSeconds(call.seconds());
            ClockUtil.setCurrentTime(Date.from(now));
            List<Reading> readings =
                    call.readings().stream().map(ReadingParser::parse).toList();
            List<ReadingResponse> answers =
                    application.getBean(ReadingBatcher.class).take(key, readings);
            assertThat(answers).hasSameSizeAs(readings);
            for (int number = 0; number < answers.size(); number++) {
                Reading reading = readings.get(number);
                Verdict verdict = answers.get(number).verdict();
                told.merge(verdict, 1, Integer::sum);
                if (reading.id() != null) {
                    firsts.merge(
                            reading.source() + " " + reading.id(), verdict == Verdict.DUPLICATE ? 0 : 1, Integer::sum);
                }
            }
        }
    }

    private static void assertActionsKeepTheirDistance(String key) {
        Map<String, List<Map<String, Object>>> byRule = jdbc()
                .queryForList(
                        "select rule, cause, created_at from cc_action where campaign_key = ? order by sequence_no",
                        key)
                .stream()
                .collect(Collectors.groupingBy(action -> (String) action.get("RULE")));
        byRule.forEach((rule, actions) -> {
            assertThat(actions.stream().map(action -> action.get("CAUSE"))).doesNotHaveDuplicates();
            for (int number = 1; number < actions.size(); number++) {
                assertThat(created(actions.get(number)))
                        .as(rule)
                        .isAfterOrEqualTo(created(actions.get(number - 1)).plus(COOL_DOWN));
            }
        });
    }

    private static Instant created(Map<String, Object> action) {
        return ((OffsetDateTime) action.get("CREATED_AT")).toInstant();
    }

    private static Map<Verdict, Integer> withoutCopies(Map<Verdict, Integer> told) {
        Map<Verdict, Integer> firsts = new HashMap<>(told);
        firsts.remove(Verdict.DUPLICATE);
        return firsts;
    }

    private static Map<Verdict, Integer> stored(String key) {
        Map<Verdict, Integer> stored = new HashMap<>();
        jdbc().query(
                        "select verdict, count(*) from cc_reading where campaign_key = ? group by verdict",
                        row -> {
                            stored.put(Verdict.valueOf(row.getString(1)), row.getInt(2));
                        },
                        key);
        return stored;
    }

    private static long counted(String key) {
        return jdbc().queryForObject(
                        "select sum(applied + duplicate + stale + rejected) from cc_source where campaign_key = ?",
                        Long.class,
                        key);
    }

    private static List<String> doubted(String key) {
        return jdbc()
                .queryForList(
                        """
                select v.text_ from act_hi_varinst v join act_hi_procinst p on p.id_ = v.proc_inst_id_
                where p.business_key_ = ? and v.name_ = 'followUps'""",
                        String.class,
                        key)
                .stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("dataDoubted "))
                .map(line -> line.substring("dataDoubted ".length()))
                .toList();
    }

    private static JdbcTemplate jdbc() {
        return application.getBean(JdbcTemplate.class);
    }

    private static String live() {
        String key = UUID.randomUUID().toString();
        application.getBean(TransactionTemplate.class).executeWithoutResult(status -> application
                .getBean(AdaptiveCampaignRepository.class)
                .begin(new AdaptiveCampaign(
                        key,
                        "none",
                        "always-on",
                        "rehearsal",
                        BEGIN.minusSeconds(60),
                        BEGIN.plusSeconds(9999),
                        null,
                        true,
                        "{}")));
        return key;
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<List<JsonNode>> readings = Arbitraries.frequencyOf(Tuple.of(8, good()), Tuple.of(1, malformed()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
        return Combinators.combine(Arbitraries.integers().between(0, 20), readings)
                .as(Call::new)
                .list();
    }

    /** Of few ids, so that many are copies; observed at about the time at which they are sent, or long before or after. */
    private static Arbitrary<JsonNode> good() {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 40).map(number -> "r" + number);
        Arbitrary<String> sources = Arbitraries.of("email", "email", "email", "crm", "fax", "web");
        Arbitrary<Double> values = Arbitraries.of(0.01, 0.1, 0.14, 0.15, 0.2, 0.3, 0.9, 7.0, -1.0);
        Arbitrary<Integer> offsets = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(0, 200)), Tuple.of(1, Arbitraries.of(-7200, 7200)));
        return Combinators.combine(ids, sources, values, offsets)
                .as((id, source, value, offset) -> JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("source", source)
                        .put("metric", "open-rate")
                        .put("channel", "email")
                        .put("value", value)
                        .put("observedAt", BEGIN.plusSeconds(offset).toString()));
    }

    private static Arbitrary<JsonNode> malformed() {
        Arbitrary<String> fields = Arbitraries.of("id", "source", "metric", "value", "observedAt");
        Arbitrary<JsonNode> nonsense = Arbitraries.of(
                JsonNodeFactory.instance.nullNode(),
                JsonNodeFactory.instance.textNode("x".repeat(300)),
                JsonNodeFactory.instance.textNode("\u0000"),
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.booleanNode(true));
        return Combinators.combine(good(), fields, nonsense)
                .as((reading, field, instead) -> ((ObjectNode) reading.deepCopy()).set(field, instead));
    }
}
