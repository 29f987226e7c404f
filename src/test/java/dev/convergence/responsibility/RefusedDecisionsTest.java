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

class RefusedDecisionsTest extends DeploymentSurfaceTest {

    private static final String NEWCOMERS = "newcomers";
    private static final String CADENCE = "sync-cadence.dmn";

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
                "sync-cadence"
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
    })
    void refusesARenamedColumnOfAnyDecisionOfOurs(String decision, String kind, String column) {
        String renamed = shipped(decision + ".dmn").replace("name=\"" + column + "\"", "name=\"renamed\"");

        assertThat(refused(Map.of(decision + ".dmn", renamed)).values())
                .singleElement()
                .asString()
                .contains("has no " + kind + " '" + column + "'", "renamed");
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
            engine.getIdentityService().deleteGroup(NEWCOMERS);
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
                CADENCE
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
