package dev.convergence.adaptive.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.SurfaceTest;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns that are live, and what their readings set off. */
abstract class ReadingSurface extends SurfaceTest {

    private static final String FOLLOW_UP = "reading-follow-up";

    private static final List<String> EXPECTED = List.of("email", "crm");

    @Autowired
    protected AdaptiveCampaignRepository campaigns;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /** Where the application brings none, one that waits. */
    @BeforeEach
    void deployFollowUp() {
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(FOLLOW_UP)
                        .count()
                == 0) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addClasspathResource("models/reading-follow-up.bpmn")
                    .deploy();
        }
    }

    /** A campaign that went live a day ago. */
    protected String live() {
        return live("normal", now().minus(Duration.ofDays(1)), true);
    }

    protected String live(String priority, Instant from, boolean automatic) {
        String key = newKey();
        AdaptiveCampaign campaign = new AdaptiveCampaign(
                key, "none", "always-on", priority, from, from.plus(Duration.ofDays(60)), null, automatic, "{}");
        transaction.executeWithoutResult(status -> campaigns.begin(campaign));
        EXPECTED.forEach(
                source -> jdbc.update("insert into cc_source (campaign_key, source) values (?, ?)", key, source));
        return key;
    }

    protected static ObjectNode reading(String id, double value) {
        return reading(id, "email", "open-rate", "email", value, now());
    }

    protected static ObjectNode reading(
            String id, String source, String metric, String channel, double value, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("source", source)
                .put("metric", metric)
                .put("channel", channel)
                .put("value", value)
                .put("observedAt", at.toString());
    }

    protected JsonNode deliver(String key, JsonNode body) {
        return json(post("analytics", door(key), body.toString()), 202);
    }

    protected JsonNode deliver(String key, ObjectNode... readings) {
        return deliver(key, JsonNodeFactory.instance.arrayNode().addAll(List.of(readings)));
    }

    protected static String door(String key) {
        return "/api/campaigns/" + key + "/readings";
    }

    protected static List<String> verdicts(JsonNode answer) {
        return answer.findValuesAsText("verdict");
    }

    /** What the campaign is told because of readings: {@code dataDoubted email}; the oldest first. */
    protected List<String> followUps(String key) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(FOLLOW_UP)
                .processInstanceBusinessKey(key)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .map(id -> variable(id, "followUps"))
                .flatMap(lines -> lines.toString().lines())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Object variable(String instance, String name) {
        return Stream.of(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName(name)
                        .singleResult())
                .map(HistoricVariableInstance::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The rules that have fired, in their order. */
    protected List<String> fired(String key) {
        return jdbc.queryForList(
                "select rule from cc_action where campaign_key = ? order by sequence_no", String.class, key);
    }
}
