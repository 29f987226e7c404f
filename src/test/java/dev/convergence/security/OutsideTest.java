package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import dev.convergence.engine.guard.CampaignKeyInUseException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody moves a campaign past its models, administrators included; and what they may do is no decision. */
class OutsideTest extends SurfaceTest {

    private static final String ADMIN = "admin";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    private final String key = newKey();
    private String instance;

    @BeforeEach
    void campaign() {
        create(key);
        instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("campaign")
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | POST | /process-definition/key/campaign/start | {'startInstructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /process-definition/key/stage-gate/start | {}",
                "403 | POST | /process-definition/DEFINITION/restart | {'processInstanceIds': ['INSTANCE'], 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /process-definition/DEFINITION/restart-async | {'processInstanceIds': ['INSTANCE'], 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /modification/execute | {'processDefinitionId': 'DEFINITION', 'processInstanceIds': ['INSTANCE'], 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /modification/executeAsync | {'processDefinitionId': 'DEFINITION', 'processInstanceIds': ['INSTANCE'], 'instructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /process-instance/INSTANCE/modification | {'instructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /process-instance/INSTANCE/modification-async | {'instructions': [{'type': 'startBeforeActivity', 'activityId': 'serviceTask_recordLaunch'}]}",
                "403 | POST | /migration/execute | {'migrationPlan': {'sourceProcessDefinitionId': 'DEFINITION', 'targetProcessDefinitionId': 'DEFINITION', 'instructions': [{'sourceActivityIds': ['userTask_writeBrief'], 'targetActivityIds': ['userTask_writeBrief']}]}, 'processInstanceIds': ['INSTANCE']}",
                "403 | POST | /process-instance/variables-async | {'processInstanceIds': ['INSTANCE'], 'variables': {'launchedAt': {'value': 'x'}}}",
                "403 | POST | /message | {'messageName': 'campaignCancelled', 'businessKey': 'KEY'}",
                "400 | POST | /message | {'messageName': 'campaignCancelled', 'businessKey': 'KEY', 'processVariables': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /signal | {'name': 'any', 'variables': {'launchedAt': {'value': 'x'}}}",
                "403 | POST | /execution/INSTANCE/signal | {}",
                "400 | POST | /execution/INSTANCE/signal | {'variables': {'launchedAt': {'value': 'x'}}}",
                "403 | POST | /execution/INSTANCE/messageSubscriptions/campaignCancelled/trigger | {}",
                "403 | POST | /execution/INSTANCE/create-incident | {'incidentType': 'stalledGate', 'configuration': 'x', 'message': 'x'}",
                "400 | PUT  | /process-instance/INSTANCE/variables/launchedAt | {'value': 'x'}",
                "400 | POST | /process-instance/INSTANCE/variables | {'modifications': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /process-instance/INSTANCE/variables | {'deletions': ['launchedAt']}",
                "400 | PUT  | /execution/INSTANCE/localVariables/launchedAt | {'value': 'x'}",
                "400 | PUT  | /task/TASK/variables/launchedAt | {'value': 'x'}",
                "400 | PUT  | /task/TASK/localVariables/launchedAt | {'value': 'x'}",
                "400 | POST | /task/TASK/localVariables | {'modifications': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /task/TASK/complete | {'variables': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /task/TASK/submit-form | {'variables': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /task/TASK/resolve | {'variables': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /process-definition/key/campaign/start | {'variables': {'launchedAt': {'value': 'x'}}}",
                "400 | POST | /process-definition/key/campaign/submit-form | {'variables': {'cancelledAt': {'value': 'x'}}}",
                "403 | POST | /task/TASK/bpmnError | {'errorCode': 'campaignStopped'}",
                "403 | POST | /external-task/fetchAndLock | {'workerId': 'x', 'maxTasks': 1, 'topics': []}",
            })
    void isNoPlaceToMoveACampaignFrom(int status, String method, String path, String body) throws Exception {
        String door = named(path);
        String sent = named(body).replace('\'', '"');

        HttpResponse<String> answer = method.equals("PUT")
                ? put(ADMIN, "/engine-rest" + door, sent)
                : post(ADMIN, "/engine-rest" + door, sent);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.body()).containsAnyOf("launchedAt", "cancelledAt");
        }
        if (method.equals("POST")) {
            WebappSession webapp = new WebappSession(address("/"));
            webapp.logIn(ADMIN, "cockpit");
            assertThat(webapp.post(WEBAPPS + door, sent).statusCode())
                    .isEqualTo(door.endsWith("fetchAndLock") ? 404 : status);
        }
        assertThat(read(key).path("state").asText()).isEqualTo("PLANNING");
    }

    @Test
    void isNoPlaceToRemoveAVariableFrom() {
        HttpResponse<String> answer =
                delete(ADMIN, "/engine-rest/process-instance/" + instance + "/variables/priority");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("priority");
    }

    @Test
    void doesNotPutAnImpostorInTheCampaignsPlace() {
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createProcessInstanceByKey("campaign")
                        .businessKey(key)
                        .setVariable("campaignName", "Impostor")
                        .startBeforeActivity("userTask_holdPostMortem")
                        .execute())
                .isInstanceOf(CampaignKeyInUseException.class);

        assertThat(read(key).path("name").asText()).isEqualTo("Spring sale");
        json(post(CAMPAIGN_MANAGER, "/api/campaigns/" + key + "/cancellation", "{\"rationale\": \"Over\"}"), 200);
        assertThat(read(key).path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void showsADeletedCampaignAsCancelledByWhoeverDeletedIt() {
        assertThat(delete(ADMIN, "/engine-rest/process-instance/" + instance + "?skipIoMappings=true")
                        .statusCode())
                .isEqualTo(204);

        JsonNode campaign = read(key);
        assertThat(campaign.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(campaign.path("cancelledBy").asText()).isEqualTo(ADMIN);
        assertThat(campaign.path("cancellationRationale").asText()).startsWith("Deleted by the administration");
        assertThat(campaign.path("launchedAt").isNull()
                        || campaign.path("launchedAt").isMissingNode())
                .isTrue();
    }

    private String named(String text) {
        String task = tasks(key).get(0).getId();
        String definition = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        return text.replace("INSTANCE", instance)
                .replace("DEFINITION", definition)
                .replace("TASK", task)
                .replace("KEY", key);
    }
}
