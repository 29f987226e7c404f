package dev.convergence.adaptive.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SteeringSurfaceTest extends ActingCampaign {

    private static final int ACTIONS = 24;

    @Autowired
    ActionAssessmentService actionAssessmentService;

    @Autowired
    BookingService bookingService;

    @Test
    void showsAndSetsTheBounds() {
        JsonNode shipped = json(get("legal", path("/bounds")), 200);
        assertThat(shipped.path("mostPercent").decimalValue()).isEqualByComparingTo("30");
        assertThat(shipped.path("kinds")).hasSize(4);

        JsonNode set = json(put(CAMPAIGN_MANAGER, path("/bounds"), bounds().toString()), 200);

        assertThat(set).isEqualTo(json(get("legal", path("/bounds")), 200));
        assertThat(set.path("mostPercent").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(set.path("approvalWithin").asText()).isEqualTo("P1D");
        assertThat(notices(key))
                .extracting(notice -> notice.text())
                .contains("campaign-manager set the bounds of campaign " + key
                        + ": at once 12.5 %, within 24 hours 40 %, floor 25 %, automatic budget, approval within P1D."
                        + " The sponsor is nervous");
        assertState(moves("12.5"), ActionState.DONE);
        assertState(moves("12.6"), ActionState.ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "mostPercent, -1, 400",
        "mostPercent, 100.1, 400",
        "mostPercent, 1.00001, 400",
        "dailyPercent, null, 400",
        "floorPercent, 101, 400",
        "kinds, null, 400",
        "kinds, '[\"chat\"]', 422",
        "approvalWithin, '\"soon\"', 422",
        "approvalWithin, '\"PT0H\"', 422",
        "approvalWithin, '\" \"', 400",
        "reason, '\" \"', 400",
        "reason, null, 400",
        "calendar, '\"x\"', 422",
        "calender, '\"europe-berlin\"', 400",
    })
    void namesTheFieldThatIsWrong(String field, String value, int status) {
        ObjectNode wanted = bounds();
        wanted.set(field, json(value));
        JsonNode before = json(get("legal", path("/bounds")), 200);

        assertProblem(put(CAMPAIGN_MANAGER, path("/bounds"), wanted.toString()), status, field);

        assertThat(json(get("legal", path("/bounds")), 200)).isEqualTo(before);
    }

    @Test
    void takesBackTheBoundsThatItShowed() {
        put(
                CAMPAIGN_MANAGER,
                path("/bounds"),
                bounds().put("calendar", "europe-berlin").toString());
        ObjectNode shown = (ObjectNode) json(get("legal", path("/bounds")), 200);
        assertThat(shown.path("calendar").asText()).isEqualTo("europe-berlin");

        shown.put("mostPercent", 20).put("reason", "Calmer");

        JsonNode set = json(put(CAMPAIGN_MANAGER, path("/bounds"), shown.toString()), 200);
        shown.remove("reason");
        assertThat(set).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing", "analytics", "sponsor", "manager", "process-owner", "creative"})
    void letsTheAccountableRoleAloneSetBounds(String user) {
        assertProblem(put(user, path("/bounds"), bounds().toString()), 403);
        assertThat(put(NOBODY, path("/bounds"), bounds().toString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void showsAndMovesTheSwitch() {
        JsonNode untouched = json(get("legal", path("/automation")), 200);
        assertThat(untouched.path("automatic").asBoolean()).isTrue();
        assertThat(untouched.path("switchedBy").isNull()).isTrue();

        JsonNode off = json(put("marketing", path("/automation"), automation("false", "The press is here")), 200);

        assertThat(off.path("automatic").asBoolean()).isFalse();
        assertThat(off.path("switchedBy").asText()).isEqualTo("marketing");
        assertThat(Instant.parse(off.path("switchedAt").asText())).isEqualTo(now());
        assertThat(off.path("reason").asText()).isEqualTo("The press is here");
        assertThat(off).isEqualTo(json(get("legal", path("/automation")), 200));
        assertThat(told(key)).contains("automation off sponsors", "automation off creative");
        assertProblem(put("sales", path("/automation"), automation("true", "x")), 403);
        json(put("analytics", path("/automation"), automation("true", "It is over")), 200);
        assertState(moves("10"), ActionState.DONE);
    }

    @ParameterizedTest
    @CsvSource({"automatic, '{\"reason\": \"x\"}'", "reason, '{\"automatic\": false}'"})
    void namesTheFieldOfTheSwitchThatIsWrong(String field, String body) {
        assertProblem(put(CAMPAIGN_MANAGER, path("/automation"), body), 400, field);
    }

    @Test
    void showsTheBudgets() {
        moves("10");

        JsonNode shown = json(get("legal", path("/budgets")), 200);

        assertThat(shown).hasSize(2);
        assertThat(shown.at("/0/channel").asText()).isEqualTo(EMAIL);
        assertThat(shown.at("/0/planned").decimalValue()).isEqualByComparingTo("6000");
        assertThat(shown.at("/0/now").decimalValue()).isEqualByComparingTo("5400");
        assertThat(shown.at("/1/now").decimalValue()).isEqualByComparingTo("3600");
    }

    /** A thousand that is not 1E+3, for those who read JSON by other means than ours. */
    @Test
    void showsMoneyToTheCentAndInPlainDigits() {
        moves("30");

        assertThat(get("legal", path("/budgets")).body()).contains("\"planned\":6000.00,\"now\":4200.00");
        assertThat(get("legal", path("/actions")).body())
                .contains("\"amount\":1800.00")
                .contains("\"budgetAfter\":{\"email\":4200.00,\"social\":4800.00}");
        assertThat(get("legal", "/api/platform/" + key).body())
                .contains("\"budgets\":{\"email\":4200.00,\"social\":4800.00}")
                .contains("\"budgets\":{\"email\":6000.00,\"social\":3000.00}")
                .contains("\"amount\":1800.00");
    }

    @Test
    void showsTheLedger() {
        String done = moves("10");
        String asked = moves("90");

        JsonNode actions = json(get("legal", path("/actions")), 200);

        assertThat(actions.findValuesAsText("rule")).containsExactly("email-open-rate-low", "email-open-rate-low");
        assertThat(actions.at("/0/id").asText()).as("the newest first").isEqualTo(asked);
        assertThat(actions.at("/0/state").asText()).isEqualTo("ASKED");
        JsonNode first = actions.path(1);
        assertThat(first.path("id").asText()).isEqualTo(done);
        assertThat(first.path("amount").decimalValue()).isEqualByComparingTo("600");
        assertThat(first.at("/budgetBefore/email").decimalValue()).isEqualByComparingTo("6000");
        assertThat(first.at("/budgetAfter/email").decimalValue()).isEqualByComparingTo("5400");
        assertThat(first.at("/evidence/0/value").decimalValue()).isEqualByComparingTo("0.08");
        assertThat(first.path("reason").asText()).isEqualTo("Hardly anybody opens it.");
    }

    @Test
    void showsTheLedgerAsATable() {
        moves("10");

        HttpResponse<String> table = send(request("legal", path("/actions")).header("Accept", "text/csv"));

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body())
                .contains(
                        "\"id\",\"createdAt\",\"rule\",\"kind\",\"state\",\"from\",\"to\",\"amount\",\"budgetBefore\",\"budgetAfter\"")
                .contains(
                        "\"budget\",\"DONE\",\"email\",\"social\",600.00,\"email 6000.00; social 3000.00\",\"email 5400.00; social 3600.00\"")
                .contains("open-rate email 0.08 at 2027-03-01T07:59:00Z (r-1)");
    }

    @Test
    void takesAnActionBackOnce() {
        String id = moves("30");

        JsonNode reversal = json(reverse("marketing", id), 201);
        settle(key);

        assertThat(reversal.path("reverses").asText()).isEqualTo(id);
        assertThat(reversal.path("rule").asText()).isEqualTo("reversal");
        assertThat(reversal.path("amount").decimalValue()).isEqualByComparingTo("1800");
        assertThat(reversal.path("from").asText()).isEqualTo(SOCIAL);
        assertThat(reversal.path("decisionComment").asText()).isEqualTo("It did not help");
        assertBudgets("6000.00", "3000.00");
        assertPlatform("6000", "3000");
        assertProblem(reverse("marketing", id), 409);
        assertProblem(reverse("marketing", reversal.path("id").asText()), 409);
        assertBudgets("6000.00", "3000.00");
    }

    @Test
    void takesNothingBackThatIsNotDone() {
        String asked = moves("90");
        assertProblem(reverse("marketing", asked), 409);
        String booked = asksToMove("10");
        continueJobs(key);
        assertProblem(reverse("marketing", booked), 409);
        assertProblem(reverse("marketing", "no-such"), 404);
    }

    @Test
    void saysHowMuchIsThereWhereTheMoneyHasGoneOn() {
        String id = moves("30");
        asks(ActionKind.BUDGET, SOCIAL, "video", new BigDecimal("90"), "");
        settle(key);
        answer("yes", "");

        HttpResponse<String> refused = reverse("marketing", id);

        assertProblem(refused, 409);
        assertThat(refused.body())
                .contains("Channel social has 480.00 left of the 1800.00 that would go back to email.");
        assertThat(budgets.of(key)).hasToString("{email=4200.00, social=480.00, video=4320.00}");
        assertThat(action(id).reversedBy()).isNull();
    }

    @Test
    void goesBackToTheCreativeBeforeTheLastOneFirst() {
        String first = asks(ActionKind.CREATIVE, "first");
        settle(key);
        String second = asks(ActionKind.CREATIVE, "second");
        settle(key);
        assertProblem(reverse("marketing", first), 409);

        json(reverse("marketing", second), 201);
        settle(key);

        assertThat(platform().at("/creatives/email").asText()).isEqualTo("first");
        json(reverse("marketing", first), 201);
        settle(key);
        assertThat(platform().path("creatives")).isEmpty();
    }

    /** The platform stacks them as they came. */
    @Test
    void takesBackWhatWasCarriedOutLastThoughItWasAskedForFirst() {
        json(
                put(
                        CAMPAIGN_MANAGER,
                        path("/bounds"),
                        bounds().set("kinds", json("[\"budget\"]")).toString()),
                200);
        String asked = asks(ActionKind.CREATIVE, "asked first");
        settle(key);
        json(
                put(
                        CAMPAIGN_MANAGER,
                        path("/bounds"),
                        bounds().set("kinds", json("[\"creative\"]")).toString()),
                200);
        String done = asks(ActionKind.CREATIVE, "done first");
        settle(key);
        answer("yes", "");
        assertThat(platform().at("/creatives/email").asText()).isEqualTo("asked first");

        assertProblem(reverse("marketing", done), 409);
        json(reverse("marketing", asked), 201);
        settle(key);

        assertThat(platform().at("/creatives/email").asText()).isEqualTo("done first");
    }

    @Test
    void letsOneOfEightTakeAnActionBack() throws Exception {
        String id = moves("30");

        List<Integer> statuses = atOnce(
                8, () -> post("marketing", path("/actions/" + id + "/reversal"), "{\"reason\": \"It did not help\"}"));

        assertThat(statuses.get(0)).isEqualTo(201);
        assertThat(statuses.subList(1, 8)).containsOnly(409);
        assertBudgets("6000.00", "3000.00");
    }

    @Test
    void letsThoseTakeActionsBackWhoAreInvolved() {
        String id = moves("10");

        assertProblem(reverse("sales", id), 403);
        assertProblem(reverse("analytics", id), 403);
        assertThat(reverse(NOBODY, id).statusCode()).isEqualTo(401);
        assertProblem(post("marketing", path("/actions/" + id + "/reversal"), "{}"), 400, "reason");
        json(reverse(CAMPAIGN_MANAGER, id), 201);
    }

    @Test
    void changesNothingOnceItIsOver() {
        String id = moves("10");
        campaigns.end(key, now());

        assertProblem(put(CAMPAIGN_MANAGER, path("/bounds"), bounds().toString()), 409);
        assertProblem(put(CAMPAIGN_MANAGER, path("/automation"), automation("false", "x")), 409);
        assertProblem(reverse(CAMPAIGN_MANAGER, id), 409);
        json(get("legal", path("/actions")), 200);
        json(get("legal", path("/budgets")), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bounds", "/automation", "/budgets", "/actions"})
    void knowsNoOtherCampaign(String door) {
        assertProblem(get("legal", "/api/campaigns/no-such" + door), 404);
    }

    @Test
    void showsWhatThePlatformsWereTold() {
        String id = moves("10");

        JsonNode instructions = platform().path("instructions");

        assertThat(instructions.findValuesAsText("type")).containsExactly("open", "moveBudget");
        assertThat(instructions.at("/1/id").asText()).isEqualTo(id);
        assertThat(instructions.at("/1/times").asInt()).isEqualTo(1);
        assertThat(json(get("legal", "/api/platform"), 200).findValuesAsText("campaign"))
                .contains(key);
        assertProblem(get("legal", "/api/platform/no-such"), 404);
    }

    /** What was asked about first may be booked last. */
    @Test
    void numbersWhatThePlatformsAreToldAsItWasBooked() {
        String asked = moves("90");
        String booked = moves("10");
        answer("yes", "");

        JsonNode instructions = platform().path("instructions");

        assertThat(instructions.at("/1/id").asText()).isEqualTo(booked);
        assertThat(instructions.at("/2/id").asText()).isEqualTo(asked);
        assertThat(instructions.findValuesAsText("number")).containsExactly("0", "1", "2");
        assertThat(instructions.at("/2/instruction/budgets"))
                .isEqualTo(platform().path("budgets"));
    }

    /** Rules book on many threads while somebody switches them off: what is booked was booked before the answer. */
    @Test
    void booksNothingAutomaticAfterTheSwitchHasAnswered() throws Exception {
        json(
                put(
                        CAMPAIGN_MANAGER,
                        path("/bounds"),
                        bounds().put("mostPercent", 100)
                                .put("dailyPercent", 100)
                                .toString()),
                200);
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < ACTIONS; number++) {
            ids.add(openOnly(number));
        }
        CyclicBarrier start = new CyclicBarrier(5);
        CountDownLatch answered = new CountDownLatch(1);
        ExecutorService rules = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                List<String> share = ids.subList(thread * ACTIONS / 4, (thread + 1) * ACTIONS / 4);
                work.add(rules.submit(() -> {
                    weighAndBook(share.get(0));
                    start.await();
                    share.subList(1, share.size() - 1).forEach(this::weighAndBook);
                    answered.await();
                    weighAndBook(share.get(share.size() - 1));
                    return null;
                }));
            }
            start.await();
            json(put(CAMPAIGN_MANAGER, path("/automation"), automation("false", "Stop")), 200);
            Map<String, BigDecimal> atTheAnswer = budgets.of(key);
            answered.countDown();
            for (Future<?> one : work) {
                one.get();
            }

            assertThat(budgets.of(key)).isEqualTo(atTheAnswer);
            assertThat(entries.of(key))
                    .extracting(LedgerEntry::state)
                    .containsOnly(ActionState.BOOKED, ActionState.ASKED);
            BigDecimal moved = entries.of(key).stream()
                    .filter(LedgerEntry::isBooked)
                    .map(LedgerEntry::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(atTheAnswer.get(SOCIAL)).isEqualByComparingTo(moved.add(new BigDecimal("3000")));
        } finally {
            rules.shutdownNow();
        }
    }

    private String openOnly(int number) {
        return transaction.execute(committed -> {
            campaigns.lock(key);
            return ledgerReader.open(new FiredRule(
                    key,
                    "race",
                    "race-" + number,
                    ActionKind.BUDGET,
                    EMAIL,
                    SOCIAL,
                    BigDecimal.ONE,
                    "",
                    "Race",
                    List.of()));
        });
    }

    /** As the job does, in one transaction. */
    private void weighAndBook(String id) {
        transaction.executeWithoutResult(committed -> {
            if (actionAssessmentService.weigh(key, id) == AdaptationProcess.Decider.RULE) {
                bookingService.book(key, id);
            }
        });
    }

    private ObjectNode bounds() {
        return (ObjectNode)
                json(
                        """
                {"mostPercent": 12.5, "dailyPercent": 40, "floorPercent": 25, "kinds": ["budget"],
                 "approvalWithin": "P1D", "reason": "The sponsor is nervous"}""");
    }

    private static String automation(String automatic, String reason) {
        return "{\"automatic\": %s, \"reason\": \"%s\"}".formatted(automatic, reason);
    }
}
