package dev.convergence.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalSurfaceTest extends SurfaceTest {

    private static final String PROPOSAL =
            "{\"decision\": \"gate-policy\", \"what\": \"One day\", \"why\": \"It was decided within hours\"}";
    private static final String DECLINED =
            "{\"variables\": {\"proposalOutcome\": {\"value\": \"DECLINED\"}, \"proposalComment\": {\"value\": \"No\"}}}";

    private final String key = newKey();

    @Test
    void isMadeByATeamAndWeighedByProcessOwners() {
        create(key);

        JsonNode made = json(post("sales", door(), PROPOSAL), 201);

        assertThat(made.path("state").asText()).isEqualTo("OPEN");
        assertThat(made.path("decision").asText()).isEqualTo("gate-policy");
        assertThat(made.path("what").asText()).isEqualTo("One day");
        assertThat(made.path("why").asText()).isEqualTo("It was decided within hours");
        assertThat(made.path("by").asText()).isEqualTo("sales");
        assertThat(made.path("at").asText()).isEqualTo("2027-03-01T08:00:00Z");
        assertThat(made.path("meeting").isNull() || made.path("meeting").isMissingNode())
                .isTrue();
        assertThat(post("sales", taskDoor(), DECLINED).statusCode()).isEqualTo(403);
        assertThat(post("product", taskDoor(), DECLINED).statusCode()).isEqualTo(403);
        assertThat(claim("process-owner")).isEqualTo(204);

        assertThat(post("process-owner", taskDoor(), DECLINED).statusCode()).isEqualTo(204);

        JsonNode declined = json(get("legal", door()), 200).path(0);
        assertThat(declined.path("state").asText()).isEqualTo("DECLINED");
        assertThat(declined.path("weighedBy").asText()).isEqualTo("process-owner");
        assertThat(declined.path("weighedAt").asText()).isEqualTo("2027-03-01T08:00:00Z");
        assertThat(declined.path("comment").asText()).isEqualTo("No");
        assertThat(told(key)).contains("proposal process-owners", "proposal sales");
    }

    @Test
    void isRefusedWithAReasonWhereNothingNewerIsDeployed() {
        create(key);
        json(post("sales", door(), PROPOSAL), 201);

        var answer =
                post("process-owner", taskDoor(), "{\"variables\": {\"proposalOutcome\": {\"value\": \"ADOPTED\"}}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no newer version of gate-policy is deployed since 1 Mar 2027 09:00 CET");
    }

    @Test
    void staysAsItWasMadeWhateverIsSentWithTheAnswer() {
        create(key);
        json(post("sales", door(), PROPOSAL), 201);

        for (String fact : List.of("proposedBy", "proposalWhat", "proposalWhy")) {
            var answer = post(
                    "process-owner",
                    taskDoor(),
                    """
                    {"variables": {"proposalOutcome": {"value": "DECLINED"}, "proposalComment": {"value": "No"},
                                   "%s": {"value": "other"}}}"""
                            .formatted(fact));
            assertThat(answer.statusCode()).as(fact).isEqualTo(400);
            assertThat(answer.body()).contains(fact + " is no answer to this task");
        }

        assertThat(json(get("legal", door()), 200).path(0).path("by").asText()).isEqualTo("sales");
        assertThat(post(
                                "process-owner",
                                taskDoor(),
                                DECLINED.replace("}}}", "}, \"proposedBy\": {\"value\": \"sales\"}}}"))
                        .statusCode())
                .as("what is settled is no answer, though it is said as it is")
                .isEqualTo(400);
    }

    @Test
    void isNotLeftByAnErrorOrAnEscalation() {
        create(key);
        json(post("sales", door(), PROPOSAL), 201);

        for (String way : List.of("bpmnError", "bpmnEscalation")) {
            assertThat(post(
                                    "process-owner",
                                    taskDoor().replace("complete", way),
                                    "{\"errorCode\": \"x\", \"escalationCode\": \"x\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(json(get("legal", door()), 200).path(0).path("state").asText())
                .isEqualTo("OPEN");
    }

    @Test
    void listsTheNewestFirst() {
        create(key);
        json(post("sales", door(), PROPOSAL), 201);
        tick();
        json(post("product", door(), PROPOSAL), 201);

        assertThat(json(get("legal", door()), 200).findValuesAsText("by")).containsExactly("product", "sales");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "process-owner", "admin"})
    void isMadeByNobodyElse(String user) {
        create(key);

        assertProblem(post(user, door(), PROPOSAL), 403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"what\": \"x\", \"why\": \"x\"}                           | 400 | decision",
                "{\"decision\": \"gate-policy\", \"why\": \"x\"}               | 400 | what",
                "{\"decision\": \"gate-policy\", \"what\": \"x\", \"why\": \" \"} | 400 | why",
                "{\"decision\": \"chat\", \"what\": \"x\", \"why\": \"x\"}       | 422 | proposalDecision",
            })
    void namesWhatIsMissing(String body, int status, String field) {
        create(key);

        assertProblem(post("sales", door(), body), status, field);
    }

    @Test
    void knowsCampaignsAndNoOthers() {
        create(key);

        assertThat(json(get("legal", door()), 200)).isEmpty();
        assertProblem(get("legal", "/api/campaigns/no-such/proposals"), 404);
        assertProblem(post("sales", "/api/campaigns/no-such/proposals", PROPOSAL), 404);
    }

    private int claim(String user) {
        String claim = taskDoor().replace("/complete", "/claim");
        return post(user, claim, "{\"userId\": \"" + user + "\"}").statusCode();
    }

    private String door() {
        return "/api/campaigns/" + key + "/proposals";
    }

    private String taskDoor() {
        return "/engine-rest/task/" + task(key, "userTask_weighProposal").getId() + "/complete";
    }
}
