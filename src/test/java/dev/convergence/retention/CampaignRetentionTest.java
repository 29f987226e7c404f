package dev.convergence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignRetentionTest extends RetentionSurface {

    private static final String PROPOSAL =
            "{\"decision\": \"gate-policy\", \"what\": \"One day\", \"why\": \"It was decided within hours\"}";
    private static final String CANCELLATION = "{\"rationale\": \"The product is late\"}";

    /** So that no two tests share a year. */
    private static final AtomicInteger DECADES = new AtomicInteger();

    private final String key = newKey();

    @Autowired
    private CampaignRecordRepository records;

    @Test
    void removesACampaignWithAllThatBelongsToIt() {
        create(key);
        String other = newKey();
        create(other);
        writeMessages();
        OwnTableCatalog.withCampaign().forEach(table -> fill(table, key));
        OwnTableCatalog.withCampaign().forEach(table -> fill(table, other));
        cancel(key);
        after(KEPT.minus(DAY));
        cleanUp();
        OwnTableCatalog.withCampaign()
                .forEach(table ->
                        assertThat(own(table.name(), key)).as(table.name()).isPositive());
        assertThat(history(key)).isPositive();

        after(DAY.multipliedBy(2));
        cleanUp();

        OwnTableCatalog.withCampaign().forEach(table -> {
            assertThat(own(table.name(), key)).as(table.name()).isZero();
            assertThat(own(table.name(), other)).as(table.name()).isPositive();
        });
        assertThat(history(key)).isZero();
        assertThat(history(other)).isPositive();
        startCampaign(key);
        assertThat(own("cc_campaign_key", key)).isEqualTo(1);
    }

    @Test
    void keepsWhatACampaignHasDoneWhileItRuns() {
        create(key);
        String proposal = declinedProposal();
        after(KEPT.multipliedBy(3));
        cleanUp();
        assertThat(historic(proposal)).isNotNull();
        assertThat(own("cc_notice", key)).isPositive();

        cancel(key);
        cleanUp();
        after(KEPT.minus(DAY));
        cleanUp();
        assertThat(historic(proposal)).isNotNull();

        after(DAY.multipliedBy(2));
        cleanUp();
        assertThat(historic(proposal)).isNull();
        assertThat(history(key)).isZero();
    }

    /** An earlier version counted from the start. */
    @Test
    void takesBackTheTimeOfWhatStillRuns() {
        create(key);
        engine.getHistoryService()
                .setRemovalTimeToHistoricProcessInstances()
                .absoluteRemovalTime(Date.from(now()))
                .byQuery(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key))
                .hierarchical()
                .executeAsync();
        workBatches();
        after(DAY);

        cleanUp();

        assertThat(history(key)).isPositive();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .list())
                .extracting(HistoricProcessInstance::getRemovalTime)
                .containsOnlyNulls();
    }

    @Test
    void leavesOurRowsWhileSomethingOfTheCampaignRuns() {
        create(key);
        json(post("sales", "/api/campaigns/" + key + "/proposals", PROPOSAL), 201);
        cancel(key);
        after(KEPT.plus(DAY));
        cleanUp();
        assertThat(own("cc_campaign_key", key)).isEqualTo(1);
        assertThat(own("cc_notice", key)).isPositive();

        decline();
        cleanUp();

        assertThat(own("cc_campaign_key", key)).isZero();
        assertThat(own("cc_notice", key)).isZero();
        after(DAY);
        cleanUp();
        assertThat(history(key)).isZero();
    }

    @Test
    void removesOurRowsOfACampaignWhoseHistorySomebodyDeleted() {
        create(key);
        cancel(key);
        engine.getHistoryService()
                .deleteHistoricProcessInstancesBulk(
                        List.of(jdbc.sql("select process_instance_id from cc_campaign_key where campaign_key = ?")
                                .param(key)
                                .query(String.class)
                                .single()));

        cleanUp();

        assertThat(own("cc_campaign_key", key)).isZero();
        assertThat(own("cc_notice", key)).isZero();
    }

    @Test
    void keepsMessagesForDaysAndOfThemOneRow() {
        create(key);
        cancel(key);
        writeMessages();
        List<HistoricProcessInstance> sent = dispatches();
        assertThat(sent).isNotEmpty().allSatisfy(dispatch -> {
            assertThat(dispatch.getRemovalTime())
                    .isEqualTo(Date.from(dispatch.getEndTime().toInstant().plus(Duration.ofDays(7))));
            assertThat(engine.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(dispatch.getId())
                            .count())
                    .isZero();
        });

        after(DAY.multipliedBy(8));
        cleanUp();

        assertThat(dispatches()).isEmpty();
    }

    @Test
    void reportsTheSameOnceTheHistoryIsGone() {
        moveTo(MONDAY.plus(Duration.ofDays(3650L * DECADES.incrementAndGet())));
        String from = "?from=" + LocalDate.ofInstant(now(), ZoneOffset.UTC);
        runACampaign(key);
        String period = from + "&to=" + LocalDate.ofInstant(now(), ZoneOffset.UTC);
        JsonNode responses = report("response-times", period);
        JsonNode meetings = report("meeting-load", period);
        assertThat(responses.path("groups")).isNotEmpty();
        assertThat(meetings.path("total").path("held").asInt()).isEqualTo(1);
        cleanUp();
        assertThat(report("response-times", period)).isEqualTo(responses);

        after(KEPT.plus(DAY));
        cleanUp();

        assertThat(history(key)).isZero();
        assertThat(report("response-times", period)).isEqualTo(responses);
        assertThat(report("meeting-load", period)).isEqualTo(meetings);
    }

    @Test
    void keepsInSmallHowACampaignWent() {
        ProcessInstance campaign = startCampaign(key, Map.of("plannedLaunch", "2027-04-01T08:00:00Z"));
        walkTo(key, "product-ready");
        climb(review(key), 3);
        walkTo(key, "convergence");
        decide(key, "SENT_BACK");
        walkTo(key, "convergence");
        decide(key, "APPROVED");
        fire(key, "event_plannedLaunch");
        complete(key, "userTask_holdPostMortem", Map.of("roi", 12.5, "teamSatisfaction", 4));

        cleanUp();

        CampaignRecord record = records.find(campaign.getId()).orElseThrow();
        assertThat(record.campaign().key()).isEqualTo(key);
        assertThat(record.facts().pattern()).contains("sequential");
        assertThat(record.facts().values()).containsEntry("campaignType", "product-launch");
        JsonNode outcome = record.part("outcome");
        assertThat(outcome.path("state").asText()).isEqualTo("CLOSED");
        assertThat(outcome.path("plannedLaunch").asText()).isEqualTo("2027-04-01T08:00:00Z");
        assertThat(outcome.path("launchedAt").asText()).startsWith("2027-04-01T");
        assertThat(outcome.path("roi").asDouble()).isEqualTo(12.5);
        assertThat(outcome.path("teamSatisfaction").asInt()).isEqualTo(4);
        assertThat(outcome.path("humanTouches").asInt()).isGreaterThan(8);
        assertThat(gate(outcome, "convergence").path("rounds").asInt()).isEqualTo(2);
        assertThat(gate(outcome, "convergence").path("outcome").asText()).isEqualTo("APPROVED");
        assertThat(record.part("stalls")).hasSize(1);
        JsonNode stall = record.part("stalls").get(0);
        assertThat(stall.path("kind").asText()).isEqualTo("stalledGate");
        assertThat(stall.path("element").asText()).isEqualTo("product-ready");
        assertThat(Duration.parse(stall.path("workingTime").asText())).isPositive();
        assertThat(record.part("waits")).hasSizeGreaterThan(4);
    }

    private static JsonNode gate(JsonNode outcome, String id) {
        for (JsonNode gate : outcome.path("gates")) {
            if (gate.path("gate").asText().equals(id)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + id + " in " + outcome);
    }

    private JsonNode report(String name, String period) {
        ObjectNode report = (ObjectNode) json(get("sales", "/api/reports/" + name + period), 200);
        report.remove("measuredAt");
        return report;
    }

    private void cancel(String campaign) {
        tick();
        assertThat(post(CAMPAIGN_MANAGER, "/api/campaigns/" + campaign + "/cancellation", CANCELLATION)
                        .statusCode())
                .isLessThan(300);
        writeMessages();
    }

    private String declinedProposal() {
        json(post("sales", "/api/campaigns/" + key + "/proposals", PROPOSAL), 201);
        String id = task(key, "userTask_weighProposal").getProcessInstanceId();
        decline();
        return id;
    }

    private void decline() {
        as(
                "process-owners",
                () -> complete(
                        key, "userTask_weighProposal", Map.of("proposalOutcome", "DECLINED", "proposalComment", "No")));
        writeMessages();
    }

    private HistoricProcessInstance historic(String id) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private List<HistoricProcessInstance> dispatches() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("message-dispatch")
                .finished()
                .list();
    }

    /** A row of this campaign with something in each column that wants it; a message that was sent goes sooner. */
    private void fill(OwnTable table, String campaign) {
        if (own(table.name(), campaign) > 0 && !table.name().equals("cc_message")) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        jdbc.sql(
                        """
                        select lower(column_name) as name, data_type as type from information_schema.columns
                        where lower(table_name) = ? and is_nullable = 'NO' and column_default is null
                        and is_identity = 'NO'""")
                .param(table.name())
                .query((row, number) -> values.put(row.getString(1), value(row.getString(2))))
                .list();
        values.put("campaign_key", campaign);
        List<String> columns = List.copyOf(values.keySet());
        jdbc.sql("insert into %s (%s) values (%s)"
                        .formatted(table.name(), String.join(", ", columns), ":" + String.join(", :", columns)))
                .params(values)
                .update();
    }

    private static Object value(String type) {
        return switch (type) {
            case "boolean" -> false;
            case "integer", "bigint", "numeric" -> DECADES.incrementAndGet();
            case "timestamp with time zone" -> now().atOffset(ZoneOffset.UTC);
            default -> newKey();
        };
    }
}
