package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever completes a task answers it, and changes nothing else of the campaign. */
class SettledFactsTest extends SurfaceTest {

    private final String key = newKey();

    @ParameterizedTest
    @CsvSource({
        "complete,    priority,     rehearsal",
        "submit-form, priority,     rehearsal",
        "resolve,     campaignType, annual-event",
        "complete,    budget,       '{\"email\": 1000000}'",
        "submit-form, campaignName, Mine",
    })
    void areNotChangedByWhoeverCompletesATask(String way, String fact, String value) {
        create(key);

        HttpResponse<String> answer = answer(way, fact, value);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(fact + " is no answer to this task");
        assertThat(brief()).as("still to be written").isNotNull();
        assertThat(read(key).path("name").asText()).isNotEqualTo("Mine");
    }

    /** Nor is the same said again an answer. */
    @Test
    void areNoAnswerEither() {
        create(key);

        assertThat(answer("complete", "priority", "normal").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> answer(String way, String name, String value) {
        return post(
                CAMPAIGN_MANAGER,
                "/engine-rest/task/" + brief().getId() + "/" + way,
                "{\"variables\": {\"briefGoal\": {\"value\": \"More\"}, \"%s\": {\"value\": \"%s\"}}}"
                        .formatted(name, value.replace("\"", "\\\"")));
    }

    private Task brief() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("userTask_writeBrief")
                .singleResult();
    }
}
