package dev.convergence.adaptive.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.ModelCoverage;
import dev.convergence.adaptive.action.dispatch.DispatchAttemptRecorder;
import dev.convergence.adaptive.action.dispatch.Dispatchers;
import dev.convergence.adaptive.action.dispatch.PlatformDispatcher;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.ActionState;
import dev.convergence.adaptive.action.ledger.FiredRule;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerEntryWriter;
import dev.convergence.adaptive.platform.AdPlatform;
import dev.convergence.adaptive.platform.DispatchResult;
import dev.convergence.adaptive.platform.PlatformFailedException;
import dev.convergence.engine.variable.RefusalException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class AdaptationTest extends ActingCampaign {

    @Autowired
    private JdbcTemplate jdbc;

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.completeFor("adaptation");

    @Autowired
    ActionAssessmentService actionAssessmentService;

    @Autowired
    BookingService bookingService;

    @Autowired
    ActionCompletionService ends;

    @Autowired
    DispatchAttemptRecorder dispatchAttemptRecorder;

    @Autowired
    LedgerEntryWriter table;

    @Test
    void takesAnActionInsideTheBoundsWithoutAskingAnybody() {
        String id = asksToMove("30");
        assertBudgets("6000.00", "3000.00");
        settle(key);

        LedgerEntry action = action(id);
        assertThat(action.state()).isEqualTo(ActionState.DONE);
        assertThat(action.amount()).isEqualByComparingTo("1800");
        assertThat(action.budgetBefore()).hasToString("{email=6000.00, social=3000.00}");
        assertThat(action.budgetAfter()).hasToString("{email=4200.00, social=4800.00}");
        assertThat(action.askedBecause()).isNull();
        assertThat(action.decidedBy()).isNull();
        assertThat(action.bookedAt()).isEqualTo(now());
        assertThat(action.evidence()).extracting(FiredRule.Evidence::id).containsExactly("r-1");
        assertBudgets("4200.00", "4800.00");
        assertPlatform("4200", "4800");
        assertNothingRuns();
        assertThat(told(key))
                .containsExactlyInAnyOrder(
                        "action taken campaign-managers",
                        "action taken sponsors",
                        "action taken marketing",
                        "action taken analytics");
    }

    @Test
    void booksAndSaysItToThePlatformInTwoTransactions() {
        String id = asksToMove("10");
        continueJobs(key);

        assertState(id, ActionState.BOOKED);
        assertBudgets("5400.00", "3600.00");
        assertPlatform("6000", "3000");
        continueJobs(key);
        assertState(id, ActionState.DONE);
        assertPlatform("5400", "3600");
    }

    @Test
    void doesNotBookTwiceWhatIsRepeated() {
        String id = asksToMove("10");
        continueJobs(key);

        assertThat(actionAssessmentService.weigh(key, id)).isEqualTo(AdaptationProcess.Decider.RULE);
        assertThat(bookingService.book(key, id)).isEqualTo(AdaptationProcess.Carrier.PLATFORM);
        assertBudgets("5400.00", "3600.00");
        settle(key);
        assertThat(bookingService.book(key, id)).isEqualTo(AdaptationProcess.Carrier.NOBODY);
        ends.done(key, id);
        assertBudgets("5400.00", "3600.00");
        assertThat(platform().path("instructions")).hasSize(2);
    }

    @Test
    void booksNothingThatWaitsForAPersonWhateverAModelLeavesOut() {
        String id = asksToMove("30.01");

        assertThatThrownBy(() -> bookingService.book(key, id)).isInstanceOf(AuthorizationException.class);
        assertState(id, ActionState.OPEN);
        continueJobs(key);
        assertState(id, ActionState.ASKED);
        assertThatThrownBy(() -> bookingService.book(key, id)).isInstanceOf(AuthorizationException.class);
        assertBudgets("6000.00", "3000.00");
    }

    @Test
    void takesACauseOnce() {
        String id = asksToMove("10");
        LedgerEntry action = action(id);

        String again = transaction.execute(committed -> ledgerReader.open(new FiredRule(
                key, action.rule(), action.cause(), action.kind(), EMAIL, SOCIAL, null, "", "Again", List.of())));

        assertThat(again).isNull();
        assertThat(entries.of(key)).hasSize(1);
    }

    @Test
    void asksAboutMoreThanMayMoveAtOnce() {
        String id = moves("30.01");

        assertAsked(id, "It moves 1800.60 of the 6000.00 of email; without approval at most 30 % may move at once.");
    }

    @Test
    void asksAboutMoreThanMayMoveInADay() {
        bounds("100", "30", "0", "budget");
        moves("30");
        String id = moves("22");

        assertAsked(
                id,
                "With the 1800.00 moved within 24 hours it makes 2724.00 of 9000.00; without approval at most 30 % may move.");
        moveTo(now().plus(Duration.ofHours(24)));
        String nextDay = moves("22");
        assertState(nextDay, ActionState.DONE);
    }

    @Test
    void asksAboutWhatWouldLeaveTooLittle() {
        bounds("100", "100", "40", "budget");
        String id = moves("60.01");

        assertAsked(id, "It leaves 2399.40 of the 6000.00 that the brief gave email; without approval 40 % must stay.");
        answer("no", "Not this");
        assertState(moves("60"), ActionState.DONE);
    }

    @Test
    void asksAboutKindsThatAreNotAutomatic() {
        bounds("100", "100", "0", "budget");

        assertAsked(asksAndSettles(ActionKind.CREATIVE), "Actions of the kind creative are not automatic.");
    }

    @Test
    void asksWhereTheSourceOfItsReadingsIsSuspendedMeanwhile() {
        String id = asksToMove("10");
        jdbc.update(
                "insert into cc_source (campaign_key, source, suspended_at) values (?, 'email', current_timestamp)",
                key);
        settle(key);

        assertAsked(id, "The rules of Email tool are suspended.");
    }

    @Test
    void asksAboutEverythingOnceAutomationIsOff() {
        String id = asksToMove("10");
        switchTo(false);
        settle(key);

        assertAsked(id, "Automatic action is switched off.");
        answer("yes", "");
        assertState(id, ActionState.DONE);
        assertPlatform("5400", "3600");
    }

    @Test
    void asksWithTheEvidenceAndTheBudgetsAsTheyWouldBe() {
        moves("10");
        String id = moves("50");

        Task task = task(key, APPROVE);
        assertThat(task.getName()).isEqualTo("Approve the action: Move 50 % of the budget of email to social");
        assertThat(candidates(task)).containsExactly("campaign-managers");
        assertThat(task.getDueDate()).as("four working hours").isEqualTo("2027-03-01T12:00:02.000");
        JsonNode part = part(task);
        assertThat(part.at("/evidence/0/metric").asText()).isEqualTo("open-rate");
        assertThat(part.at("/evidence/0/value").asText()).isEqualTo("0.08");
        assertThat(part.path("budgets").toString())
                .contains("\"before\":\"5400.00\"", "\"after\":\"2700.00\"", "\"planned\":\"6000.00\"");
        assertThat(part.at("/rows").toString()).contains("at most 30 % may move at once");
        assertThat(part.at("/past")).hasSize(1);
        assertThat(part.at("/past/0/by").asText()).isEqualTo("the rule");
        assertThat(told(key)).contains("action asked campaign-managers");
        assertState(id, ActionState.ASKED);
    }

    @Test
    void takesWhatIsApproved() {
        String id = moves("50");

        answer("yes", "The numbers are clear");

        LedgerEntry action = action(id);
        assertThat(action.state()).isEqualTo(ActionState.DONE);
        assertThat(action.decidedBy()).isEqualTo(CAMPAIGN_MANAGER);
        assertThat(action.decidedAt()).isEqualTo(now());
        assertThat(action.decisionComment()).isEqualTo("The numbers are clear");
        assertBudgets("3000.00", "6000.00");
        assertPlatform("3000", "6000");
        assertNothingRuns();
    }

    @Test
    void leavesWhatIsDeclined() {
        String id = moves("50");

        answer("no", "A holiday");

        assertThat(action(id).state()).isEqualTo(ActionState.DECLINED);
        assertThat(action(id).decisionComment()).isEqualTo("A holiday");
        assertThat(action(id).amount()).isNull();
        assertBudgets("6000.00", "3000.00");
        assertNothingRuns();
    }

    @ParameterizedTest
    @CsvSource({
        "actionApproved, '', Why",
        "actionApproved, perhaps, Why",
        "actionComment, no, ",
        "actionComment, no, ' '",
    })
    void refusesWhatIsNoAnswer(String field, String approved, String comment) {
        String id = moves("50");
        String task = task(key, APPROVE).getId();
        Map<String, Object> answer = new HashMap<>();
        answer.put("actionApproved", approved);
        answer.put("actionComment", comment);

        assertThatThrownBy(() -> engine.getTaskService().complete(task, answer))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith(field);
        assertState(id, ActionState.ASKED);
        assertThat(action(id).decidedBy()).isNull();
    }

    @Test
    void letsLapseWhatNobodyDecides() {
        String id = moves("50");

        fire(key, "event_approvalOverdue");
        settle(key);

        assertThat(now()).isEqualTo("2027-03-01T12:00:01Z");
        assertThat(action(id).state()).isEqualTo(ActionState.LAPSED);
        assertThat(action(id).decisionComment()).isEqualTo("Nobody decided in time.");
        assertBudgets("6000.00", "3000.00");
        assertThat(told(key)).contains("action lapsed campaign-managers");
        assertNothingRuns();
    }

    @Test
    void asksAboutWhatIsUnderWayWhenAutomationIsSwitchedOffAndSendsItAfterAYes() {
        String id = asksToMove("10");
        continueJobs(key);
        switchTo(false);
        settle(key);

        assertState(id, ActionState.ASKED);
        assertThat(action(id).askedBecause()).contains("was switched off while");
        assertBudgets("5400.00", "3600.00");
        assertPlatform("6000", "3000");
        assertThat(part(task(key, APPROVE)).path("budgets").toString()).contains("\"after\":\"5400.00\"");
        answer("yes", "");
        assertState(id, ActionState.DONE);
        assertBudgets("5400.00", "3600.00");
        assertPlatform("5400", "3600");
    }

    @Test
    void triesAgainWithoutCountingAnAttemptWhereThePlatformIsBusy() {
        String id = asksToMove("10");
        whileThePlatformIsBusy(() -> settle(key));

        assertState(id, ActionState.BOOKED);
        assertPlatform("6000", "3000");
        assertThat(incidents(key)).isEmpty();
        assertThat(timers(key).get("event_platformTriedAgain")).isAfter(now());
        fire(key, "event_platformTriedAgain");
        settle(key);

        assertState(id, ActionState.DONE);
        assertPlatform("5400", "3600");
        assertNothingRuns();
    }

    /** The last look at the switch is the one right before the call. */
    @Test
    void sendsNothingWhereAutomationIsSwitchedOffOnTheWayToThePlatform() {
        String id = asksToMove("10");
        continueJobs(key);
        AdPlatform atTheLastMoment = mock(AdPlatform.class);
        when(atTheLastMoment.move(any(), any())).thenAnswer(move -> {
            switchTo(false);
            return move.<BooleanSupplier>getArgument(1).getAsBoolean()
                    ? DispatchResult.TAKEN
                    : DispatchResult.WITHDRAWN;
        });
        PlatformDispatcher platformDispatcher =
                Dispatchers.to(atTheLastMoment, campaigns, entries, table, dispatchAttemptRecorder);

        DispatchResult dispatchResult = transaction.execute(
                committed -> platformDispatcher.tell(key, id, new PlatformDispatcher.Variants("", "")));

        assertThat(dispatchResult.isWithdrawn()).isTrue();
        assertState(id, ActionState.ASKED);
    }

    @ParameterizedTest
    @CsvSource({"DECLINED", "LAPSED"})
    void givesBackWhatWasUnderWayAfterANo(ActionState state) {
        String id = asksToMove("10");
        continueJobs(key);
        switchTo(false);
        settle(key);

        if (state == ActionState.DECLINED) {
            answer("no", "Not now");
        } else {
            fire(key, "event_approvalOverdue");
            settle(key);
        }

        assertState(id, state);
        assertThat(action(id).amount()).as("what was booked").isEqualByComparingTo("600");
        assertThat(action(id).budgetAfter()).hasToString("{email=5400.00, social=3600.00}");
        assertThat(action(id).givenBack()).isEqualByComparingTo("600");
        assertThat(action(id).givenBackAt()).isEqualTo(now());
        assertThat(action(id).budgetGivenBack()).hasToString("{email=6000.00, social=3000.00}");
        assertThat(entries.movedSince(key, now().minus(Duration.ofDays(1)))).isZero();
        assertBudgets("6000.00", "3000.00");
        assertPlatform("6000", "3000");
        assertNothingRuns();
    }

    @Test
    void keepsTheSumWhereSomeOfItHasGoneOnMeanwhile() {
        bounds("100", "100", "0", "budget");
        String id = asksToMove("10");
        continueJobs(key);
        String onward = asks(ActionKind.BUDGET, SOCIAL, "video", new BigDecimal("100"), "");
        switchTo(false);
        settle(key);
        List<Task> asked = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(APPROVE)
                .orderByTaskCreateTime()
                .asc()
                .list();
        assertThat(asked).hasSize(2);
        completeApproval(onward, "yes");
        completeApproval(id, "no");
        settle(key);

        assertBudgets("5400.00", "0.00");
        assertThat(budgets.of(key)).hasToString("{email=5400.00, social=0.00, video=3600.00}");
        assertState(id, ActionState.DECLINED);
        assertThat(action(id).amount()).isEqualByComparingTo("600");
        assertThat(action(id).givenBack()).as("stays moved").isZero();
        assertPlatform("5400", "0");
        assertThat(platform().at("/budgets/video").decimalValue())
                .as("the platform hears of it, although it was declined: the money is spent elsewhere")
                .isEqualByComparingTo("3600");
    }

    @Test
    void takesBackFromThePlatformWhatItHadTakenUnheard() {
        String id = underWay("10");
        adPlatformTakesAndIsNotHeard();
        failToTell();
        assertPlatform("5400", "3600");
        switchTo(false);
        settle(key);

        adPlatformIsThereAgain();
        answer("no", "Not now");

        assertState(id, ActionState.DECLINED);
        assertBudgets("6000.00", "3000.00");
        assertPlatform("6000", "3000");
        assertNothingRuns();
    }

    /** Whether it was taken cannot be known: it is told once more under its key, and then the opposite. */
    @Test
    void takesBackFromThePlatformWhatItMayHaveTaken() {
        String id = underWay("10");
        adPlatformIsDown();
        failToTell();
        switchTo(false);
        settle(key);

        adPlatformIsThereAgain();
        answer("no", "Not now");

        assertState(id, ActionState.DECLINED);
        assertPlatform("6000", "3000");
        JsonNode told = platform().path("instructions");
        assertThat(told.findValuesAsText("from")).containsExactly(EMAIL, SOCIAL);
        assertThat(told.at("/1/id").asText()).isEqualTo(id);
    }

    @Test
    void asksWhatBecomesOfWhatThePlatformRefusesAndTriesAgain() {
        adPlatformRefuses();
        String id = moves("10");

        Task task = task(key, SETTLE);
        assertThat(task.getName()).isEqualTo("Settle the refusal: Move 600.00 of the budget of email to social");
        assertThat(candidates(task)).containsExactly("campaign-managers");
        assertThat(task.getDueDate()).as("four working hours").isEqualTo("2027-03-01T12:00:01.000");
        assertThat(timers(key)).as("it does not lapse").isEmpty();
        JsonNode part = part(task);
        assertThat(part.at("/rows").toString()).contains("The platform said", "did not take the instruction: answered");
        assertThat(part.path("budgets").toString()).contains("\"before\":\"6000.00\"", "\"after\":\"5400.00\"");
        assertThat(told(key)).contains("action refused campaign-managers");
        assertState(id, ActionState.BOOKED);
        assertBudgets("5400.00", "3600.00");

        switchTo(false);
        adPlatformIsThereAgain();
        settleRefusal("again", "");

        assertState(id, ActionState.DONE);
        assertThat(action(id).decidedBy()).isEqualTo(CAMPAIGN_MANAGER);
        assertPlatform("5400", "3600");
        assertThat(platform().at("/instructions/1/id").asText()).isEqualTo(id);
        assertNothingRuns();
    }

    @Test
    void leavesTheDecisionWithWhoeverApprovedWhatIsTriedAgain() {
        adPlatformRefuses();
        String id = moves("50");
        answer("yes", "The numbers are clear");
        adPlatformIsThereAgain();

        settleRefusal("again", "The account is open again");

        assertState(id, ActionState.DONE);
        assertThat(action(id).decisionComment()).isEqualTo("The numbers are clear");
    }

    @Test
    void givesBackWhatThePlatformRefuses() {
        adPlatformRefuses();
        String id = moves("10");

        settleRefusal("giveBack", "The account is closed");

        assertState(id, ActionState.DECLINED);
        assertThat(action(id).decisionComment()).isEqualTo("The account is closed");
        assertThat(action(id).refusal()).isEqualTo("The ad platform did not take the instruction: answered 422");
        assertBudgets("6000.00", "3000.00");
        assertPlatform("6000", "3000");
        assertNothingRuns();
    }

    @ParameterizedTest
    @CsvSource({
        "refusalAnswer, '', Why",
        "refusalAnswer, perhaps, Why",
        "refusalComment, giveBack, ",
        "refusalComment, giveBack, ' '",
    })
    void refusesWhatDoesNotSettleARefusal(String field, String answer, String comment) {
        adPlatformRefuses();
        String id = moves("10");
        String task = task(key, SETTLE).getId();
        Map<String, Object> answers = new HashMap<>();
        answers.put("refusalAnswer", answer);
        answers.put("refusalComment", comment);

        assertThatThrownBy(() -> engine.getTaskService().complete(task, answers))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith(field);
        assertState(id, ActionState.BOOKED);
    }

    @Test
    void takesBackAgainWhereAReversalCameToNothing() {
        String id = moves("30");
        adPlatformRefuses();
        json(reverse("marketing", id), 201);
        settle(key);
        assertProblem(reverse("marketing", id), 409);
        settleRefusal("giveBack", "Let it be");
        assertBudgets("4200.00", "4800.00");
        assertThat(action(id).reversedBy()).isNull();

        adPlatformIsThereAgain();
        String second = json(reverse("marketing", id), 201).path("id").asText();
        settle(key);

        assertThat(action(id).reversedBy()).isEqualTo(second);
        assertBudgets("6000.00", "3000.00");
        assertPlatform("6000", "3000");
        assertProblem(reverse("marketing", id), 409);
    }

    @Test
    void movesNoMoreThanWasApproved() {
        bounds("20", "100", "0", "budget");
        String id = moves("50");
        asks(ActionKind.BUDGET, SOCIAL, EMAIL, new BigDecimal("20"), "");
        settle(key);
        assertBudgets("6600.00", "2400.00");
        assertThat(part(task(key, APPROVE)).path("budgets").toString()).contains("\"after\":\"3600.00\"");

        answer("yes", "");

        assertThat(action(id).amount()).isEqualByComparingTo("3000");
        assertBudgets("3600.00", "5400.00");
    }

    @Test
    void doesNothingWhereThereIsNothingToMove() {
        String id = asks(ActionKind.BUDGET, "tv", SOCIAL, new BigDecimal("10"), "");
        settle(key);

        assertThat(action(id).state()).isEqualTo(ActionState.DECLINED);
        assertThat(action(id).decisionComment()).isEqualTo("There is nothing to move from tv to social.");
        assertNothingRuns();
    }

    @Test
    void movesNothingWhereNothingIsLeftOnceItIsApproved() {
        bounds("20", "100", "0", "budget");
        String id = moves("50");
        bounds("100", "100", "0", "budget");
        moves("100");
        assertBudgets("0.00", "9000.00");

        answer("yes", "");

        assertState(id, ActionState.DECLINED);
        assertBudgets("0.00", "9000.00");
        assertNothingRuns();
    }

    @Test
    void putsCreativesUpAndRefinesAudiences() {
        String creative = asks(ActionKind.CREATIVE, "next subject line");
        String targeting = asks(ActionKind.TARGETING, "who bought before");
        settle(key);

        assertState(creative, ActionState.DONE);
        assertState(targeting, ActionState.DONE);
        assertThat(platform().at("/creatives/email").asText()).isEqualTo("next subject line");
        assertThat(platform().at("/audiences/email").asText()).isEqualTo("who bought before");
        assertThat(action(creative).budgetBefore()).isEmpty();
        assertThat(action(creative).amount()).isNull();
    }

    @Test
    void asksTheCreativeTeamForVariantsAndPublishesThem() {
        String id = asks(ActionKind.VARIANTS, "shorter subject lines");
        settle(key);
        Task task = task(key, MAKE_VARIANTS);
        assertThat(task.getName()).isEqualTo("Make new variants: email (shorter subject lines)");
        assertThat(candidates(task)).containsExactly("creative");
        assertThat(part(task).at("/evidence/0/metric").asText()).isEqualTo("open-rate");
        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId(), Map.of("makeVariantsResult", " ")))
                .isInstanceOf(RefusalException.class)
                .hasMessageStartingWith("makeVariantsResult");

        makeVariants();
        settle(key);

        assertState(id, ActionState.DONE);
        assertThat(platform().at("/variants/email/0").asText()).isEqualTo("Only today");
        assertNothingRuns();
    }

    @Test
    void asksForVariantsOnceEvenIfAutomationIsSwitchedOffMeanwhile() {
        String id = asks(ActionKind.VARIANTS, "");
        settle(key);
        switchTo(false);
        makeVariants();
        settle(key);
        assertState(id, ActionState.ASKED);
        assertThat(platform().path("variants")).isEmpty();
        assertThat(part(task(key, APPROVE)).path("rows").toString())
                .as("what would be published")
                .contains("Only today", "folder");

        answer("yes", "");

        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).doesNotContain(MAKE_VARIANTS);
        assertState(id, ActionState.DONE);
        assertThat(platform().at("/variants/email/0").asText()).isEqualTo("Only today");
    }

    @Test
    void stopsWithItsCampaign() {
        String open = asksToMove("10");
        String booked = asksToMove("20");
        List<Job> jobs = engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> instanceIds(key).contains(job.getProcessInstanceId()))
                .toList();
        jobs.stream()
                .filter(job ->
                        booked.equals(engine.getRuntimeService().getVariable(job.getProcessInstanceId(), "actionId")))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        String late = asksToMove("30");
        assertBudgets("4800.00", "4200.00");

        transaction.executeWithoutResult(committed -> {
            ends.stopAll(key);
            campaigns.end(key, now());
        });

        List.of(open, booked, late).forEach(id -> assertState(id, ActionState.STOPPED));
        assertBudgets("6000.00", "3000.00");
        settle(key);
        List.of(open, booked, late).forEach(id -> {
            assertState(id, ActionState.STOPPED);
            assertThat(action(id).decisionComment()).isEqualTo("The campaign is over.");
        });
        assertPlatform("6000", "3000");
    }

    @Test
    void weighsNothingOfACampaignThatIsOver() {
        String id = asksToMove("10");
        campaigns.end(key, now());
        settle(key);

        assertState(id, ActionState.STOPPED);
        assertBudgets("6000.00", "3000.00");
        assertNothingRuns();
    }

    @Test
    void takesBackWithoutAskingAnybodyWhileAutomationIsOff() {
        String id = moves("30");
        switchTo(false);

        String reversal = json(reverse("marketing", id), 201).path("id").asText();
        assertBudgets("6000.00", "3000.00");
        assertPlatform("4200", "4800");
        settle(key);

        assertState(reversal, ActionState.DONE);
        assertThat(action(reversal).decidedBy()).isEqualTo("marketing");
        assertThat(action(reversal).reverses()).isEqualTo(id);
        assertThat(action(id).reversedBy()).isEqualTo(reversal);
        assertPlatform("6000", "3000");
        assertThat(tasks(key)).extracting(Task::getTaskDefinitionKey).doesNotContain(APPROVE);
    }

    private void assertAsked(String id, String because) {
        assertState(id, ActionState.ASKED);
        assertThat(action(id).askedBecause()).isEqualTo(because);
        assertThat(task(key, APPROVE)).isNotNull();
    }

    private String asksAndSettles(ActionKind kind) {
        String id = asks(kind, "x");
        settle(key);
        return id;
    }

    private void bounds(String most, String daily, String floor, String kind) {
        json(
                put(
                        CAMPAIGN_MANAGER,
                        path("/bounds"),
                        """
                        {"mostPercent": %s, "dailyPercent": %s, "floorPercent": %s, "kinds": ["%s"],
                         "approvalWithin": "PT4H", "reason": "As agreed"}"""
                                .formatted(most, daily, floor, kind)),
                200);
    }

    private void makeVariants() {
        complete(key, MAKE_VARIANTS, Map.of("makeVariantsResult", "Only today", "makeVariantsLinks", "folder"));
    }

    /** Booked, and not told yet. */
    private String underWay(String percent) {
        String id = asksToMove(percent);
        continueJobs(key);
        return id;
    }

    private void failToTell() {
        assertThatThrownBy(() -> continueJobs(key)).isInstanceOf(PlatformFailedException.class);
    }

    private void settleRefusal(String answer, String comment) {
        tick();
        String task = task(key, SETTLE).getId();
        as(CAMPAIGN_MANAGER, () -> engine.getTaskService()
                .complete(task, Map.of("refusalAnswer", answer, "refusalComment", comment)));
        settle(key);
    }

    private void completeApproval(String id, String approved) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(APPROVE)
                .processVariableValueEquals("actionId", id)
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of("actionApproved", approved, "actionComment", "So"));
        settle(key);
    }

    private JsonNode part(Task task) {
        String variables = "/engine-rest/task/" + task.getId() + "/form-variables";
        String user = task.getTaskDefinitionKey().equals(MAKE_VARIANTS) ? "creative" : CAMPAIGN_MANAGER;
        return json(json(get(user, variables), 200).at("/dossier/value").asText())
                .path("action");
    }
}
