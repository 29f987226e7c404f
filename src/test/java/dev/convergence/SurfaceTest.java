package dev.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.annotation.Autowired;

/** What other programs see of the application: HTTP and JSON, no more. */
public abstract class SurfaceTest extends StillApplication {

    protected static final String CAMPAIGN_MANAGER = "campaign-manager";

    @Autowired
    private ObjectMapper mapper;

    protected JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("no JSON: " + text, unreadable);
        }
    }

    /** The body of an answer that must have this status. */
    protected JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer.body());
    }

    protected HttpResponse<String> patch(String user, String path, String json) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    protected HttpResponse<String> put(String user, String path, String json) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofString(json)));
    }

    /** A request for a campaign, complete and right. */
    protected ObjectNode campaign(String key) {
        return (ObjectNode) json(
                """
                        {"key": "%s", "name": "Spring sale", "type": "product-launch", "priority": "normal",
                         "pattern": "sequential", "plannedLaunch": "2027-04-01T08:00:00Z",
                         "plan": [
                           {"id": "product-ready", "what": "Product is ready", "group": "product", "due": "2027-03-10",
                            "dependsOn": []},
                           {"id": "sales-ready", "what": "Sales is ready", "group": "sales", "due": "2027-03-15",
                            "dependsOn": ["product-ready"]}],
                         "touchpoints": [
                           {"channel": "email", "message": "Spring!", "offer": "10 %%", "goLive": "2027-04-01"}],
                         "budget": {"email": 1000, "social": 250.5}}"""
                        .formatted(key));
    }

    protected void create(String key) {
        json(post(CAMPAIGN_MANAGER, "/api/campaigns", campaign(key).toString()), 201);
    }

    protected JsonNode read(String key) {
        return json(get("sales", "/api/campaigns/" + key), 200);
    }

    /** A problem detail (RFC 9457) of this status. */
    protected void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(json(answer, status).path("status").asInt()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer.body()).path("detail").asText())
                .as(answer.body())
                .isNotBlank();
    }

    /** A problem detail that names the field at fault. */
    protected void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertProblem(answer, status);
        assertThat(json(answer.body()).path("errors").findValuesAsText("field"))
                .as(answer.body())
                .contains(field);
    }

    /** Sends the same call so many times at one moment; the statuses in ascending order. */
    protected List<Integer> atOnce(int times, Callable<HttpResponse<String>> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        ExecutorService callers = Executors.newFixedThreadPool(times);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int caller = 0; caller < times; caller++) {
                answers.add(callers.submit(() -> {
                    start.await();
                    return call.call().statusCode();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses.stream().sorted().toList();
        } finally {
            callers.shutdownNow();
        }
    }
}
