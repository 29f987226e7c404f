package dev.convergence.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class RefusedDecisionsTest extends DeploymentSurfaceTest {

    private static final String NEWCOMERS = "newcomers";
    private static final String CADENCE = "sync-cadence.dmn";
    private static final String SOURCES = "reading-sources.dmn";
    private static final String QUALITY = "reading-quality.dmn";
    private static final String RULES = "adaptation-rules.dmn";

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule_3_accountable | ''                     | no accountable group",
                "rule_3_accountable | '\" \"'                | no accountable group",
                "rule_3_accountable | \"marketing, sales\"   | 2 accountable groups (marketing, sales)",
                "rule_3_accountable | \"nobody\"             | group 'nobody', which does not exist",
                "rule_3_accountable | \"marketing \"         | group 'marketing ', which does not exist",
                "rule_3_accountable | pattern                | says pattern; only one text in quotes",
                "rule_3_accountable | \"sales\" + \"\"       | only one text in quotes",
                "rule_3_responsible | ''                     | no responsible group",
                "rule_3_responsible | \"product, nobody\"    | group 'nobody', which does not exist",
                "rule_3_consulted   | \"nobody\"             | group 'nobody', which does not exist",
                "rule_3_informed    | \"sales, no one\"      | group 'no one', which does not exist",
                "rule_3_informed    | -                      | only one text in quotes",
                "rule_3_task        | not(\"write-brief\")   | only one text in quotes",
                "rule_3_pattern     | \"a\", \"b\"           | only one text in quotes",
            })
    void namesTheCellOfTheMatrixAtFault(String cell, String text, String reason) {
        assertThat(refused(Map.of(MATRIX, with(cell, text, shipped(MATRIX)))))
                .containsOnlyKeys(cell)
                .hasEntrySatisfying(cell, message -> assertThat(message).contains(reason));
    }

    @Test
    void refusesTwoRulesForTheSame() {
        String twice = with("rule_3_task", "\"write-brief\"", shipped(MATRIX));

        assertThat(refused(Map.of(MATRIX, twice))).hasEntrySatisfying("rule_3", message -> assertThat(message)
                .contains("never counts", "rule_1 before it"));
        assertDeployed(Map.of(MATRIX, with("rule_3_pattern", "\"parallel\"", shipped(MATRIX))));
    }

    @Test
    void refusesARuleBelowOneThatFitsEverything() {
        String buried = with("rule_1_task", "-", shipped(MATRIX));

        assertThat(refused(Map.of(MATRIX, buried))).containsKeys("rule_2", "rule_13", "rule_14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hitPolicy=\"FIRST\"  | hitPolicy=\"COLLECT\"    | decisionTable_responsibility_matrix | COLLECT",
                "hitPolicy=\"FIRST\"  | hitPolicy=\"RULE ORDER\" | decisionTable_responsibility_matrix | RULE_ORDER",
                "hitPolicy=\"FIRST\"  |                          | rule_14, rule_11 | where rule_1 fits too",
                "<text>task</text>    | <text>step</text>        | decisionTable_responsibility_matrix | no input 'task'",
                "<text>pattern</text> | <text>style</text>       | decisionTable_responsibility_matrix | no input 'pattern'",
                "name=\"responsible\" | name=\"does\"            | decisionTable_responsibility_matrix | 'responsible'",
                "name=\"accountable\" | name=\"decides\"         | decisionTable_responsibility_matrix | 'accountable'",
                "name=\"consulted\"   | name=\"asked\"           | decisionTable_responsibility_matrix | 'consulted'",
                "name=\"informed\"    | name=\"told\"            | decisionTable_responsibility_matrix | 'informed'",
            })
    void namesWhatTheMatrixAsAWholeLacks(String given, String instead, String element, String reason) {
        String changed = shipped(MATRIX).replace(given, instead == null ? "" : instead);

        assertThat(refused(Map.of(MATRIX, changed)))
                .containsOnlyKeys(element.split(", "))
                .hasEntrySatisfying(
                        element.split(", ")[0], message -> assertThat(message).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "responsibility-matrix",
                "gate-policy",
                "gate-evidence",
                "escalation-ladder-rungs",
                "recommend-pattern",
                "sync-cadence",
                "reading-sources",
                "reading-quality",
                "adaptation-rules"
            })
    void refusesADecisionOfOursThatIsNoTable(String decision) {
        assertThat(refused(Map.of("other.dmn", literal(decision))))
                .containsExactlyEntriesOf(Map.of(decision, decision + " has no decision table"));
    }

    @ParameterizedTest
    @CsvSource({
        "gate-policy,             output, quorum",
        "gate-evidence,           output, fields",
        "escalation-ladder-rungs, output, handsOver",
        "recommend-pattern,       output, reason",
        "sync-cadence,            output, attendants",
        "reading-sources,         output, resumesAfter",
        "reading-quality,         output, jumpAfter",
        "adaptation-rules,        output, coolDown",
    })
    void refusesARenamedColumnOfAnyDecisionOfOurs(String decision, String kind, String column) {
        String renamed = shipped(decision + ".dmn").replace("name=\"" + column + "\"", "name=\"renamed\"");

        assertThat(refused(Map.of(decision + ".dmn", renamed)).values())
                .singleElement()
                .asString()
                .contains("has no " + kind + " '" + column + "'", "renamed");
    }

    @ParameterizedTest
    @CsvSource({
        "reading-quality,  lowest,    double,  string",
        "reading-quality,  jump,      string,  double",
        "adaptation-rules, readings,  integer, string",
        "sync-cadence,     minutes,   integer, string",
        "gate-policy,      veto,      boolean, string",
    })
    void refusesAColumnOfAnotherType(String decision, String column, String type, String other) {
        String shipped = shipped(decision + ".dmn");
        String changed = shipped.replaceFirst(
                "name=\"" + column + "\" typeRef=\"" + type + "\"",
                "name=\"" + column + "\" typeRef=\"" + other + "\"");

        assertThat(changed).isNotEqualTo(shipped);
        assertThat(refused(Map.of(decision + ".dmn", changed)).values())
                .singleElement()
                .asString()
                .contains("has the type " + other + " for '" + column + "', which the application reads as " + type);
    }

    @Test
    void takesAnotherTypeOfNumber() {
        assertDeployed(Map.of(
                QUALITY,
                shipped(QUALITY).replace("name=\"lowest\" typeRef=\"double\"", "name=\"lowest\" typeRef=\"long\"")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule_11_quorum   | \"most\"     | 'most' is no quorum",
                "rule_11_quorum   | any          | any is not a text in quotes",
                "rule_11_veto     | \"no\"       | neither true nor false",
                "rule_11_sla      | \"2 days\"   | '2 days' is not an amount of working time",
                "rule_11_sla      | \"-P1D\"     | ends before it begins",
                "rule_11_calendar | \"nowhere\"  | no working calendar 'nowhere'",
            })
    void namesTheCellOfThePolicyAtFault(String cell, String text, String reason) {
        assertThat(refused(Map.of(POLICY, with(cell, text, shipped(POLICY)))))
                .containsOnlyKeys(cell)
                .hasEntrySatisfying(cell, message -> assertThat(message).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule_2_every      | \"weekly\"                | rule_2_every   | 'weekly' is no interval between syncs",
                "rule_2_every      | \"P1M\"                   | rule_2_every   | expected 1 to 366 days",
                "rule_2_every      | ''                        | rule_2_every   | it says not how often",
                "rule_2_every      | \"P10D\"                  | rule_2_weekday | needs an interval of whole weeks",
                "rule_2_every      | \"PT4H\"                  | rule_2_every   | goes with no day of the week",
                "rule_3_every      | \"-PT4H\"                 | rule_3_every   | is no interval between syncs",
                "rule_2_weekday    | \"Monday\"                | rule_2_weekday | 'Monday' is no day such as MONDAY",
                "rule_2_at         | \"ten\"                   | rule_2_at      | 'ten' is no time of the day",
                "rule_2_at         | ''                        | rule_2_at      | days need a time of the day",
                "rule_2_calendar   | \"nowhere\"               | rule_2_calendar | no working calendar 'nowhere'",
                "rule_2_host       | \"nobody\"                | rule_2_host    | group 'nobody', which does not exist",
                "rule_2_host       | \"sales, legal\"          | rule_2_host    | 2 accountable groups",
                "rule_2_attendants | \"sales, nobody\"         | rule_2_attendants | group 'nobody', which does not exist",
                "rule_2_minutes    | 0                         | rule_2_minutes | '0' is no number from 1 to 480",
                "rule_2_minutes    | 481                       | rule_2_minutes | '481' is no number from 1 to 480",
                "rule_2_minutes    | \"30\"                    | rule_2_minutes | is no number from 1 to 480",
                "rule_2_syncKind   | \"stand-up\"              | decisionTable_sync_cadence | no rule for the kind 'weekly-sync'",
            })
    void namesTheCellOfTheCadenceAtFault(String cell, String text, String element, String reason) {
        assertThat(refused(Map.of(CADENCE, with(cell, text, shipped(CADENCE)))))
                .containsOnlyKeys(element)
                .hasEntrySatisfying(
                        element.split(", ")[0], message -> assertThat(message).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                SOURCES + " | rule_email_source | \"crm\" | rule_crm_source | 'crm' has a rule already",
                SOURCES + " | rule_email_source | `` | rule_email_source | nothing is said",
                SOURCES + " | rule_email_source | \"a\", \"b\" | rule_email_source | is not a text in quotes",
                SOURCES
                        + " | rule_email_source | \"unknown\" | rule_email_source | is kept for sources that have no rule",
                SOURCES + " | rule_email_owner | \"nobody\" | rule_email_owner | group 'nobody', which does not exist",
                SOURCES + " | rule_email_owner | `` | rule_email_owner | nothing is said",
                SOURCES + " | rule_email_heartbeat | \"6 hours\" | rule_email_heartbeat | is no time such as",
                SOURCES + " | rule_email_heartbeat | \"PT0S\" | rule_email_heartbeat | is no time such as",
                SOURCES + " | rule_email_resumesAfter | 0 | rule_email_resumesAfter | '0' is no number from 1 to 1000",
                QUALITY
                        + " | rule_rates_metric | \"open-rate\", \"click-rate | rule_rates_metric | is no list of texts",
                QUALITY + " | rule_rates_metric | metric | rule_rates_metric | is no list of texts",
                RULES + " | rule_emailOpenRateBudget_channel | not(email) | rule_emailOpenRateBudget_channel"
                        + " | is no list of texts",
                QUALITY + " | rule_rates_freshness | `` | rule_rates_freshness | is no time such as",
                QUALITY + " | rule_rates_ahead | \"-PT1S\" | rule_rates_ahead | is no time such as",
                QUALITY + " | rule_rates_lowest | none | rule_rates_lowest | 'none' is no number",
                QUALITY + " | rule_rates_highest | -1 | rule_rates_highest | -1 is below the lowest",
                QUALITY + " | rule_rates_jump | \"10\" | rule_rates_jump | '10' is no jump such as 'times 10'",
                QUALITY + " | rule_rates_jump | \"times 1\" | rule_rates_jump | leaves no room",
                QUALITY + " | rule_rates_jumpAfter | 21 | rule_rates_jumpAfter | is no number from 1 to 20",
                QUALITY + " | rule_everythingElse_metric | \"x\" | decisionTable_reading_quality | last rule must fit",
                RULES + " | rule_emailOpenRateBudget_rule | `` | rule_emailOpenRateBudget_rule | nothing is said",
                RULES
                        + " | rule_emailOpenRateBudget_when | \"under\" | rule_emailOpenRateBudget_when | none of below, above",
                RULES
                        + " | rule_emailOpenRateBudget_threshold | `` | rule_emailOpenRateBudget_threshold | is no number",
                RULES + " | rule_emailOpenRateBudget_release | 0.1 | rule_emailOpenRateBudget_release"
                        + " | on the side of the threshold where the rule fires",
                RULES + " | rule_emailOpenRateBudget_readings | 21 | rule_emailOpenRateBudget_readings | from 1 to 20",
                RULES + " | rule_emailOpenRateBudget_window | \"1h\" | rule_emailOpenRateBudget_window | is no time",
                RULES + " | rule_emailOpenRateBudget_after | now | rule_emailOpenRateBudget_after | is no time",
                RULES + " | rule_emailOpenRateBudget_coolDown | `` | rule_emailOpenRateBudget_coolDown | is no time",
                RULES + " | rule_emailOpenRateBudget_from | `` | rule_emailOpenRateBudget_from | needs a channel",
                RULES + " | rule_emailOpenRateBudget_to | `` | rule_emailOpenRateBudget_to | needs a channel",
                RULES + " | rule_emailOpenRateBudget_share | 101 | rule_emailOpenRateBudget_share | is no share",
                RULES
                        + " | rule_emailOpenRateSubject_share | 10 | rule_emailOpenRateSubject_share | only the action budget",
                RULES + " | rule_emailOpenRateSubject_action | \"email\" | rule_emailOpenRateSubject_action"
                        + " | none of budget, creative, targeting, variants",
                RULES + " | rule_emailOpenRateBudget_reason | `` | rule_emailOpenRateBudget_reason | nothing is said",
            })
    void namesTheCellOfTheTablesForReadingsAtFault(
            String file, String cell, String text, String element, String reason) {
        assertThat(refused(Map.of(file, with(cell, text, shipped(file)))))
                .containsOnlyKeys(element)
                .hasEntrySatisfying(element, message -> assertThat(message).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({
        SOURCES + ", UNIQUE, COLLECT, decisionTable_reading_sources",
        QUALITY + ", FIRST, UNIQUE, decisionTable_reading_quality",
        RULES + ", COLLECT, FIRST, decisionTable_adaptation_rules",
    })
    void namesTheTableForReadingsThatAnswersOtherwise(String file, String policy, String other, String element) {
        assertThat(refused(Map.of(file, shipped(file).replace("\"" + policy + "\"", "\"" + other + "\""))))
                .hasEntrySatisfying(element, message -> assertThat(message).contains("hit policy is " + other, policy));
    }

    @Test
    void deploysACadenceOfOnesOwn() {
        String everyOtherTuesday =
                with("rule_2_every", "\"P2W\"", with("rule_2_weekday", "\"TUESDAY\"", shipped(CADENCE)));

        assertDeployed(Map.of(CADENCE, with("rule_2_host", "\"sales\"", everyOtherTuesday)));
    }

    @Test
    void namesAllThatIsWrongInAllFiles() {
        String matrix = with("rule_1_accountable", "", with("rule_2_informed", "\"nobody\"", shipped(MATRIX)));
        String policy = with("rule_11_sla", "\"soon\"", shipped(POLICY));

        assertThat(refused(Map.of(MATRIX, matrix, POLICY, policy)))
                .containsOnlyKeys("rule_1_accountable", "rule_2_informed", "rule_11_sla");
    }

    @Test
    void refusesAMatrixThatLeavesADeployedGateWithoutARule() {
        String gap = without("rule_14", without("rule_3", shipped(MATRIX)));

        assertThat(refused(Map.of(MATRIX, gap)).get("decisionTable_responsibility_matrix"))
                .contains("'product-ready'", "callActivity_productReadyGate", "sequential-convergence");
    }

    @Test
    void knowsGroupsThatSomebodyCreated() {
        String matrix = with("rule_3_consulted", "\"legal, " + NEWCOMERS + "\"", shipped(MATRIX));
        Group group = engine.getIdentityService().newGroup(NEWCOMERS);
        engine.getIdentityService().saveGroup(group);
        try {
            assertDeployed(Map.of(MATRIX, matrix));
        } finally {
            // As a dump of another time may lack it: the product itself keeps a group that the matrix names.
            jdbc.update("delete from ACT_ID_GROUP where ID_ = ?", NEWCOMERS);
        }

        readAgain();
        assertThat(get("sales", "/api/responsibilities").body()).contains(NEWCOMERS);
        assertThat(engine.getDecisionService()
                        .evaluateDecisionTableByKey(
                                "responsibility-matrix", Map.of("task", "product-ready", "pattern", ""))
                        .getFirstResult())
                .containsEntry("consulted", "legal, " + NEWCOMERS);
    }

    /** What is deployed is used as it is, though it could not be deployed any more. */
    private void readAgain() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardDecisionDefinitionCache();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MATRIX,
                POLICY,
                "gate-evidence.dmn",
                "escalation-ladder-rungs.dmn",
                "recommend-pattern.dmn",
                CADENCE,
                SOURCES,
                QUALITY,
                RULES
            })
    void deploysWhatShips(String decision) {
        assertDeployed(Map.of(decision, shipped(decision)));
    }

    @Test
    void deploysAPolicyWithExpressionsAndColumnsOfItsOwn() {
        String policy = with("rule_11_sla", "if priority = \"high\" then \"P1D\" else \"P2D\"", shipped(POLICY));

        assertDeployed(Map.of(POLICY, with("rule_11_veto", "true", with("rule_11_quorum", "\"majority\"", policy))));
    }

    @Test
    void leavesDecisionsOfOthersAlone() {
        String other = shipped(MATRIX).replace("id=\"responsibility-matrix\"", "id=\"of-another\"");
        String odd = with("rule_3_accountable", "\"nobody, at all\"", other);

        assertDeployed(Map.of(
                "odd.dmn", odd.replace("FIRST", "COLLECT").replace("name=\"informed\"", "name=\"told\""),
                "literal.dmn", literal("of-a-third"),
                "weigh.dmn",
                        read(Path.of("src/test/resources/models/weigh.dmn"))
                                .replace("LANGUAGE", "feel")
                                .replace("INPUT", "weight")));
    }

    @Test
    void saysWhyAFileIsNoDecision() {
        assertThat(refused(Map.of(MATRIX, "<nonsense"))).containsKey(MATRIX);
        assertThat(refused(Map.of(MATRIX, shipped(MATRIX).replace("<decisionTable", "<decisionChair"))))
                .containsKey(MATRIX);
    }

    private static String literal(String decision) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions_literal" name="Literal" namespace="https://convergence.dev/dmn">
                  <decision id="%s" name="Literal" camunda:historyTimeToLive="P0D">
                    <variable id="variable_literal" name="answer" typeRef="string" />
                    <literalExpression id="literalExpression_literal"><text>"marketing"</text></literalExpression>
                  </decision>
                </definitions>"""
                .formatted(decision);
    }
}
