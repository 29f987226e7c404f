package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingSurfaceTest extends ReadingSurface {

    @Test
    void answersOneReadingWithOneVerdict() {
        JsonNode answer = deliver(live(), (JsonNode) reading("a", 0.3));

        assertThat(answer).isEqualTo(json("{\"id\": \"a\", \"verdict\": \"APPLIED\", \"reason\": null}"));
    }

    @Test
    void answersAListInItsOrder() {
        String key = live();

        JsonNode answer = deliver(
                key,
                reading("a", 0.3),
                reading("a", 0.3),
                reading("a", 0.4),
                reading("b", 0.3),
                reading("c", "email", "open-rate", "social", 0.3, now()),
                reading("d", 7),
                reading("e", "email", "open-rate", "social", 0.3, now().minus(Duration.ofDays(2))),
                reading("f", "email", "open-rate", "email", 0.3, now().plus(Duration.ofHours(1))),
                reading("g", "fax", "open-rate", "email", 0.3, now()));

        assertThat(answer.findValuesAsText("id")).containsExactly("a", "a", "a", "b", "c", "d", "e", "f", "g");
        assertThat(verdicts(answer))
                .containsExactly(
                        "APPLIED",
                        "DUPLICATE",
                        "DUPLICATE",
                        "STALE",
                        "APPLIED",
                        "REJECTED",
                        "STALE",
                        "REJECTED",
                        "REJECTED");
        assertThat(answer.findValuesAsText("reason"))
                .satisfiesExactly(
                        none -> assertThat(none).isEqualTo("null"),
                        copy -> assertThat(copy).isEqualTo("the first of this id was APPLIED"),
                        other -> assertThat(other)
                                .isEqualTo("the first of this id was APPLIED, and said something else"),
                        order -> assertThat(order).startsWith("out of order"),
                        none -> assertThat(none).isEqualTo("null"),
                        high -> assertThat(high).isEqualTo("value 7 is above 1"),
                        old -> assertThat(old).isEqualTo("older than PT24H"),
                        ahead -> assertThat(ahead).isEqualTo("observedAt lies more than PT5M in the future"),
                        unknown -> assertThat(unknown).isEqualTo("source fax is not known"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": null}                        | id is missing",
                "{\"id\": \" \"}                       | id is missing",
                "{\"id\": 7}                           | id must be a text",
                "{\"id\": \"a\\u0000b\"}               | id has characters that cannot be stored",
                "{\"id\": \"LONG\"}                    | id is longer than 128 characters",
                "{\"source\": null}                    | source is missing",
                "{\"source\": \"LONG\"}                | source is longer than 64 characters",
                "{\"source\": \"unknown\"}             | source unknown is not known",
                "{\"metric\": []}                      | metric must be a text",
                "{\"channel\": 3}                      | channel must be a text",
                "{\"value\": null}                     | value is missing",
                "{\"value\": \"0.3\"}                  | value must be a number",
                "{\"value\": true}                     | value must be a number",
                "{\"value\": \"NaN\"}                  | value must be a number",
                "{\"value\": 1e19}                     | value is too large",
                "{\"observedAt\": null}                | observedAt is missing",
                "{\"observedAt\": \"yesterday\"}       | observedAt must be a date and time with its offset, such as 2027-01-15T09:00:00Z",
                "{\"observedAt\": 1800000000}          | observedAt must be a text",
                "{\"observedAt\": \"+99999-01-01T00:00:00Z\"} | observedAt must lie between 1970-01-01 and 2179-12-31",
            })
    void rejectsWhatIsMalformedByItsFieldAndGoesOn(String change, String reason) {
        String key = live();
        ObjectNode bad = reading("bad", 0.3);
        bad.setAll((ObjectNode) json(change.replace("LONG", "x".repeat(200))));

        JsonNode answer = deliver(key, bad, reading("good", 0.3));

        assertThat(verdicts(answer)).containsExactly("REJECTED", "APPLIED");
        assertThat(answer.path(0).path("reason").asText()).isEqualTo(reason);
        assertThat(json(get("sales", door(key)), 200).findValuesAsText("reason"))
                .containsExactly("null", reason);
    }

    @Test
    void rejectsWhatIsNoReadingAtAll() {
        JsonNode list = json("[5, null, \"x\", {}]");

        assertThat(verdicts(deliver(live(), list))).containsOnly("REJECTED").hasSize(4);
    }

    @Test
    void takesMetricsOfNoChannelAndFieldsThatItDoesNotKnow() {
        ObjectNode reading = reading("a", 0.3).put("unit", "%");
        reading.remove("channel");

        assertThat(verdicts(deliver(live(), reading))).containsExactly("APPLIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "true"})
    void refusesABodyThatIsNeitherAReadingNorAList(String body) {
        assertProblem(post("analytics", door(live()), body), 422, "readings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"id\": ",
                "[{]",
                "{\"value\": NaN}",
                "{\"id\": \"1\"}\n{\"id\": \"2\"}",
                "[] and more",
                "{\"value\": 1, \"value\": 2}"
            })
    void refusesWhatIsNoJson(String body) {
        assertProblem(post("analytics", door(live()), body), 400);
    }

    @Test
    void takesAThousandAtOnceAndNoMore() {
        String key = live();
        ObjectNode[] readings = IntStream.range(0, 1001)
                .mapToObj(number ->
                        reading("r" + number, "email", "open-rate", "email", 0.3, now().minusSeconds(2000 - number)))
                .toArray(ObjectNode[]::new);

        JsonNode tooMany = JsonNodeFactory.instance.arrayNode().addAll(List.of(readings));
        assertProblem(post("analytics", door(key), tooMany.toString()), 422, "readings");
        JsonNode answer = deliver(
                key,
                JsonNodeFactory.instance.arrayNode().addAll(List.of(readings).subList(0, 1000)));

        assertThat(verdicts(answer)).hasSize(1000).containsOnly("APPLIED");
    }

    @Test
    void knowsCampaignsThatAreLiveFromThoseThatAreNot() {
        String body = reading("a", 0.3).toString();
        String planned = newKey();
        create(planned);
        String over = live();
        campaigns.end(over, now());

        assertProblem(post("analytics", door("no-such"), body), 404);
        assertProblem(post("analytics", door(planned), body), 409);
        assertProblem(post("analytics", door(over), body), 409);
        assertProblem(get("analytics", door("no-such")), 404);
        assertProblem(get("analytics", "/api/campaigns/no-such/sources"), 404);
        assertThat(json(get("analytics", door(planned)), 200)).isEmpty();
    }

    @Test
    void asksAPersonOnceForEachSource() {
        String key = live();

        deliver(key, reading("a", 7), reading("b", 7));
        deliver(key, reading("c", 7), reading("d", "crm", "open-rate", "email", 7, now()));
        deliver(key, reading("e", "fax", "open-rate", "email", 0.3, now()));
        deliver(key, json("[{}]"));

        assertThat(followUps(key))
                .containsExactlyInAnyOrder("dataDoubted email", "dataDoubted crm", "dataDoubted unknown");
    }

    @Test
    void asksAPersonForLateReadingsButNotForCopies() {
        String key = live();

        deliver(key, reading("a", 0.3), reading("a", 0.3));
        assertThat(followUps(key)).isEmpty();
        deliver(key, reading("b", "email", "open-rate", "email", 0.3, now().minusSeconds(1)));

        assertThat(followUps(key)).containsExactly("dataDoubted email");
    }

    @Test
    void tellsOfASourceThatNobodyExpected() {
        String key = live();

        deliver(key, reading("a", 0.3), reading("b", "web", "visits", "", 7, now()));
        deliver(key, reading("c", "web", "visits", "", 7, now().plusSeconds(1)));

        assertThat(followUps(key)).containsExactly("sourceJoined web");
    }

    @Test
    void showsReadingsAndSources() {
        String key = live();
        deliver(key, reading("a", 0.3), reading("b", 7), reading("a", 0.3));
        deliver(key, reading("c", "crm", "lead-quality", "", 55.5, now().minusSeconds(60)));

        JsonNode crm = json(get("legal", door(key) + "?metric=lead-quality&channel="), 200);
        assertThat(crm).hasSize(1);
        assertThat(crm.path(0).path("value").decimalValue()).isEqualByComparingTo("55.5");
        assertThat(json(get("legal", door(key) + "?verdict=REJECTED"), 200).findValuesAsText("id"))
                .containsExactly("b");
        assertThat(json(get("legal", door(key) + "?from=" + now()), 200).findValuesAsText("id"))
                .containsExactly("b", "a");
        assertThat(json(get("legal", door(key) + "?to=" + now()), 200).findValuesAsText("id"))
                .containsExactly("c");
        assertProblem(get("legal", door(key) + "?verdict=GREAT"), 400);

        JsonNode sources = json(get("legal", "/api/campaigns/" + key + "/sources"), 200);
        assertThat(sources.findValuesAsText("source")).containsExactly("crm", "email");
        JsonNode email = sources.path(1);
        assertThat(email.path("owner").asText()).isEqualTo("marketing");
        assertThat(email.path("heartbeat").asText()).isEqualTo("PT6H");
        assertThat(email.path("lastHeardAt").asText()).isEqualTo(now().toString());
        assertThat(email.path("doubtedSince").asText()).isEqualTo(now().toString());
        assertThat(email.path("readings"))
                .isEqualTo(json("{\"applied\": 1, \"duplicate\": 1, \"stale\": 0, \"rejected\": 1}"));
    }

    @Test
    void showsReadingsAsATable() {
        String key = live();
        deliver(key, reading("a", 0.3), reading("b", 7));

        HttpResponse<String> table = send(request("legal", door(key)).header("Accept", "text/csv"));

        assertThat(table.body().lines())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "\"id\",\"source\",\"metric\",\"channel\",\"value\",\"observedAt\",\"receivedAt\",\"verdict\",\"reason\"");
        assertThat(table.body())
                .contains("\"b\",\"email\",\"open-rate\",\"email\",7.0", "\"REJECTED\",\"value 7 is above 1");
    }

    @Test
    void firesEachRuleOnceUntilTheMetricHasRecovered() {
        String key = live();

        deliver(key, reading("a", 0.1));
        assertThat(fired(key)).as("one reading is no window").isEmpty();
        later(key, "b", 0.12, Duration.ofMinutes(10));
        List<String> all = List.of("email-open-rate-budget", "email-open-rate-subject", "email-open-rate-variants");
        assertThat(fired(key)).containsExactlyElementsOf(all);
        assertThat(followUps(key)).hasSize(3).allMatch(told -> told.startsWith("ruleFired "));

        later(key, "c", 0.1, Duration.ofMinutes(10));
        later(key, "d", 0.1, Duration.ofHours(5));
        later(key, "e", 0.1, Duration.ofMinutes(10));
        assertThat(fired(key)).as("it never recovered").hasSize(3);
        later(key, "f", 0.5, Duration.ofMinutes(10));
        later(key, "g", 0.1, Duration.ofHours(2));
        later(key, "h", 0.1, Duration.ofMinutes(10));
        assertThat(fired(key)).as("it recovered, and fell again").hasSize(6);
    }

    @Test
    void keepsTheCoolDown() {
        String key = live();
        deliver(key, reading("a", 0.1));
        later(key, "b", 0.1, Duration.ofMinutes(1));
        later(key, "c", 0.9, Duration.ofMinutes(1));
        later(key, "d", 0.1, Duration.ofHours(2));
        later(key, "e", 0.1, Duration.ofMinutes(1));
        assertThat(fired(key)).as("within four hours").hasSize(3);

        later(key, "f", 0.1, Duration.ofHours(2));
        later(key, "g", 0.1, Duration.ofMinutes(1));
        assertThat(fired(key)).as("after four hours").hasSize(6);
    }

    @Test
    void tellsTheLedgerWhatItSaw() {
        String key = live();
        deliver(key, reading("a", 0.1));
        later(key, "b", 0.12, Duration.ofMinutes(1));

        Map<String, Object> action = jdbc.queryForMap(
                "select cause, kind, from_channel, to_channel, share_percent, evidence from cc_action"
                        + " where campaign_key = ? and rule = 'email-open-rate-budget'",
                key);

        assertThat(action.get("cause")).isEqualTo("email:b");
        assertThat(action.get("from_channel")).isEqualTo("email");
        assertThat(action.get("to_channel")).isEqualTo("social");
        assertThat(json((String) action.get("evidence")).findValuesAsText("id")).containsExactly("a", "b");
    }

    @Test
    void keepsQuietWithinTheFirstHourAndWhileSwitchedOff() {
        String young = live("normal", now().minus(Duration.ofMinutes(30)), true);
        String off = live("normal", now().minus(Duration.ofDays(1)), false);
        for (String key : List.of(young, off)) {
            assertThat(verdicts(deliver(key, reading("a", 0.1)))).containsExactly("APPLIED");
        }
        tick();
        for (String key : List.of(young, off)) {
            assertThat(verdicts(deliver(key, reading("b", 0.1)))).containsExactly("APPLIED");
            assertThat(fired(key)).isEmpty();
        }
        later(young, "c", 0.1, Duration.ofMinutes(30));
        assertThat(fired(young)).hasSize(3);
    }

    @Test
    void aMetricThatRecoversWhileSwitchedOffMayFireAgainAfterwards() {
        String key = live();
        deliver(key, reading("a", 0.1));
        later(key, "b", 0.1, Duration.ofMinutes(1));
        assertThat(fired(key)).hasSize(3);

        jdbc.update("update cc_adaptive set automatic = false where campaign_key = ?", key);
        later(key, "c", 0.5, Duration.ofMinutes(1));
        later(key, "d", 0.1, Duration.ofHours(5));
        later(key, "e", 0.1, Duration.ofMinutes(1));
        assertThat(fired(key)).as("switched off").hasSize(3);

        jdbc.update("update cc_adaptive set automatic = true where campaign_key = ?", key);
        later(key, "f", 0.1, Duration.ofMinutes(1));
        assertThat(fired(key)).hasSize(6);
    }

    @Test
    void storesWhateverItRejects() {
        String key = live();

        assertThat(verdicts(deliver(
                        key,
                        json(
                                "{\"id\": \"a\", \"source\": \"email\", \"metric\": \"m\", \"value\": 999999999999999999.9999999,"
                                        + " \"observedAt\": \"" + now() + "\"}"))))
                .containsExactly("REJECTED");
        assertProblem(get("analytics", door(key) + "?metric=%00"), 400);
    }

    @Test
    void actsWithinSecondsInARehearsal() {
        String key = live("rehearsal", now(), true);
        deliver(key, reading("a", 0.1));
        later(key, "b", 0.1, Duration.ofSeconds(1));

        assertThat(fired(key)).hasSize(3);
    }

    @Test
    void aSuspendedSourceActsAgainAfterItsGoodReadings() {
        String key = live();
        deliver(key, reading("a", 0.1));
        fallSilent(key, "email");

        later(key, "b", 0.1, Duration.ofMinutes(1));
        assertThat(followUps(key)).containsExactly("sourceHeard email");
        later(key, "c", 0.1, Duration.ofMinutes(1));
        later(key, "bad", 7, Duration.ofMinutes(1));
        later(key, "d", 0.1, Duration.ofMinutes(1));
        later(key, "e", 0.1, Duration.ofMinutes(1));
        assertThat(fired(key)).isEmpty();
        assertThat(suspendedSince(key, 1)).isNotEqualTo("null");

        later(key, "f", 0.1, Duration.ofMinutes(1));
        assertThat(suspendedSince(key, 1)).isEqualTo("null");
        assertThat(fired(key)).hasSize(3);
        assertThat(followUps(key).stream().filter("sourceHeard email"::equals))
                .as("it speaks again, and acts again")
                .hasSize(2);
    }

    @Test
    void aSuspendedSourceThatWaversIsToldOfOnce() {
        String key = live();
        deliver(key, reading("a", 0.1));
        fallSilent(key, "email");
        for (int number = 0; number < 5; number++) {
            later(key, "good-" + number, 0.1, Duration.ofMinutes(1));
            later(key, "bad-" + number, 7, Duration.ofMinutes(1));
        }

        assertThat(followUps(key)).containsExactlyInAnyOrder("sourceHeard email", "dataDoubted email");
        assertThat(suspendedSince(key, 1)).isNotEqualTo("null");
    }

    @Test
    void aRetiredSourceIsToldOfNoMore() {
        String key = live();
        deliver(key, reading("a", 0.1));
        fallSilent(key, "email");
        jdbc.update("update cc_source set suspended_as = 'RETIRED' where campaign_key = ? and source = 'email'", key);
        later(key, "b", 0.1, Duration.ofMinutes(1));
        later(key, "bad", 7, Duration.ofMinutes(1));
        later(key, "c", 0.1, Duration.ofMinutes(1));

        assertThat(followUps(key)).isEmpty();
    }

    @Test
    void aSourceWithoutANumberWaitsForAPerson() {
        String key = live();
        deliver(key, reading("a", "crm", "lead-quality", "", 60, now()));
        fallSilent(key, "crm");
        for (int number = 0; number < 10; number++) {
            tick();
            deliver(key, reading("b" + number, "crm", "lead-quality", "", 60, now()));
        }

        assertThat(suspendedSince(key, 0)).isNotEqualTo("null");
        assertThat(followUps(key)).containsExactly("sourceHeard crm");
    }

    @Test
    void aLevelThatStaysCountsInTheEnd() {
        String key = live();
        for (int number = 0; number < 5; number++) {
            deliver(key, reading("a" + number, "ads", "spend", "ads", 10, now()));
            tick();
        }
        assertThat(verdicts(deliver(key, reading("b", "ads", "spend", "ads", 900, now()))))
                .containsExactly("REJECTED");
        moveTo(now().plus(Duration.ofDays(1)));
        assertThat(verdicts(deliver(key, reading("c", "ads", "spend", "ads", 900, now()))))
                .containsExactly("APPLIED");
    }

    @Test
    void countsWhatCameIn() {
        double before = counted();
        deliver(live(), reading("a", 7));

        assertThat(counted()).isEqualTo(before + 1);
    }

    private double counted() {
        return get("admin", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("convergence_readings_total{verdict=\"REJECTED\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void later(String key, String id, double value, Duration time) {
        moveTo(now().plus(time));
        deliver(key, reading(id, value));
    }

    private void fallSilent(String key, String source) {
        jdbc.update(
                "update cc_source set suspended_at = last_heard_at, good_since = 0, silent = true"
                        + " where campaign_key = ? and source = ?",
                key,
                source);
    }

    private String suspendedSince(String key, int source) {
        return json(get("sales", "/api/campaigns/" + key + "/sources"), 200)
                .path(source)
                .path("suspendedSince")
                .asText();
    }
}
