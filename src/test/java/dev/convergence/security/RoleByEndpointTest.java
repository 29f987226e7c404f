package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every role at every door: whoever is not named gets 403, and nobody gets in without a password. */
class RoleByEndpointTest extends SurfaceTest {

    private static final List<String> USERS = List.of(
            "product",
            "marketing",
            "creative",
            "sales",
            "analytics",
            "legal",
            "support",
            "campaign-manager",
            "sponsor",
            "manager",
            "process-owner",
            "admin");
    private static final String EVERYBODY = "everybody";

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET    | /api/campaigns                       |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY                   |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/notices           |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/decisions         |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/syncs             |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/proposals         |    | everybody                               | 200",
                "POST   | /api/campaigns/KEY/proposals         | {\"decision\": \"gate-policy\", \"what\": \"x\","
                        + " \"why\": \"x\"} | product marketing creative sales analytics legal support"
                        + " campaign-manager sponsor | 201",
                "GET    | /api/campaigns/KEY/metrics           |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/live              |    | everybody                               | 200",
                "POST   | /api/campaigns                       | {CAMPAIGN} | campaign-manager admin          | 201",
                "PATCH  | /api/campaigns/KEY/plan/product-ready | {\"due\": \"2027-03-11\", \"dryRun\": true}"
                        + " | campaign-manager sponsor admin | 200",
                "PATCH  | /api/campaigns/KEY/plan/product-ready | {\"due\": \"2027-03-10\", \"reason\": \"x\"}"
                        + " | campaign-manager sponsor admin | 200",
                "GET    | /api/campaigns/KEY/conflicts         |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/touchpoints       |    | everybody                               | 200",
                "PUT    | /api/campaigns/KEY/touchpoints | {\"touchpoints\": [], \"reason\": \"x\"}"
                        + " | marketing campaign-manager sponsor admin | 200",
                "PATCH  | /api/campaigns/KEY/touchpoints/email | {\"offer\": \"20 %\", \"reason\": \"x\"}"
                        + " | marketing campaign-manager sponsor admin | 200",
                "POST   | /api/campaigns/no-such/cancellation  | {\"rationale\": \"x\"}"
                        + " | campaign-manager sponsor admin | 404",
                "POST   | /api/campaigns/KEY/gates/product-ready/decision | {\"outcome\": \"APPROVED\"}"
                        + " | marketing                      | 200",
                "GET    | /api/campaigns/KEY/drafts            |    | everybody                               | 200",
                "POST   | /api/campaigns/KEY/drafts            | {\"track\": \"marketing-track\", \"result\": \"x\","
                        + " \"changes\": \"x\"} | marketing creative | 201",
                "POST   | /api/campaigns/KEY/drafts/marketing-track/acknowledgements"
                        + " | {\"of\": \"product-track\", \"version\": 2} | marketing creative | 201 409",
                "POST   | /api/campaigns/KEY/sources/crm/release | {\"reason\": \"x\"} | analytics sales | 404",
                "GET    | /api/campaigns/KEY/readings          |    | everybody                               | 200",
                "GET    | /api/campaigns/KEY/sources           |    | everybody                               | 200",
                "POST   | /api/campaigns/KEY/readings          | {\"id\": \"x\"}"
                        + " | analytics marketing campaign-manager admin | 409",
                "GET    | /api/campaigns/KEY/bounds            |    | everybody                               | 404",
                "PUT    | /api/campaigns/KEY/bounds            | {\"mostPercent\": 1, \"dailyPercent\": 1,"
                        + " \"floorPercent\": 1, \"kinds\": [], \"approvalWithin\": \"P1D\", \"reason\": \"x\"}"
                        + " | campaign-manager | 404",
                "GET    | /api/campaigns/KEY/automation        |    | everybody                               | 404",
                "PUT    | /api/campaigns/KEY/automation        | {\"automatic\": false, \"reason\": \"x\"}"
                        + " | marketing analytics campaign-manager | 404",
                "GET    | /api/campaigns/KEY/budgets           |    | everybody                               | 404",
                "GET    | /api/campaigns/KEY/actions           |    | everybody                               | 404",
                "POST   | /api/campaigns/KEY/actions/no-such/reversal | {\"reason\": \"x\"}"
                        + " | marketing campaign-manager | 404",
                "GET    | /api/platform                        |    | everybody                               | 200",
                "GET    | /api/platform/no-such                |    | everybody                               | 404",
                "GET    | /api/stalls                          |    | everybody                               | 200",
                "POST   | /api/stalls/no-such/reminder         | {}"
                        + " | campaign-manager sponsor manager admin | 404",
                "POST   | /api/stalls/no-such/extension        | {\"due\": \"2027-04-01\", \"rationale\": \"x\"}"
                        + " | campaign-manager sponsor manager admin | 404",
                "POST   | /api/stalls/no-such/reassignment     | {\"group\": \"sales\", \"rationale\": \"x\"}"
                        + " | campaign-manager sponsor manager admin | 404",
                "POST   | /api/stalls/no-such/waiver           | {\"rationale\": \"x\"}"
                        + " | campaign-manager sponsor manager admin | 404",
                "POST   | /api/recommendations                 | {\"complexity\": \"low\", \"teamMaturity\": \"low\","
                        + " \"dataInfrastructure\": \"basic\", \"speed\": \"standard\"} | everybody | 200 422 400",
                "GET    | /api/reports/response-times          |    | everybody                               | 200",
                "GET    | /api/reports/meeting-load            |    | everybody                               | 200",
                "GET    | /api/responsibilities                |    | everybody                               | 200",
                "GET    | /api/absences                        |    | everybody                               | 200",
                "POST   | /api/absences                        | {\"user\": \"OTHER\", \"from\": \"2027-05-03\","
                        + " \"to\": \"2027-05-07\", \"substitute\": \"support\"} | manager admin | 201",
                "POST   | /api/calendar/token                  |    | everybody                               | 201",
                "GET    | /api/calendar/token                  |    | everybody                               | 200",
                "DELETE | /api/calendar/token                  |    | everybody                               | 204 404",
                "GET    | /v3/api-docs                         |    | everybody                               | 200",
                "GET    | /actuator/prometheus                 |    | everybody                               | 200",
                "GET    | /actuator/env                        |    |                                         | 200",
                "GET    | /engine-rest/version                 |    | everybody                               | 200",
                "POST   | /engine-rest/process-definition/key/campaign/start | {}"
                        + " | campaign-manager admin | 500 400",
                "POST   | /engine-rest/process-definition/key/stage-gate/start | {} |  | 403",
                "POST   | /engine-rest/user/create             | {\"profile\": {\"id\": \"NEW\"}, \"credentials\":"
                        + " {\"password\": \"x\"}} | admin | 204",
                "POST   | /engine-rest/authorization/create    | {\"type\": 1, \"permissions\": [\"READ\"], \"userId\":"
                        + " \"NEW\", \"resourceType\": 6, \"resourceId\": \"NEW\"} | admin | 200",
                "DELETE | /engine-rest/process-instance/INSTANCE?skipIoMappings=true |  | admin | 204",
            })
    void opensEachDoorToItsRolesAlone(String method, String path, String body, String allowed, String statuses) {
        Set<Integer> open =
                Arrays.stream(statuses.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
        Set<String> mayPass =
                allowed == null ? Set.of() : allowed.equals(EVERYBODY) ? Set.copyOf(USERS) : Set.of(allowed.split(" "));
        String door = door(path);
        TreeMap<String, Integer> wrong = new TreeMap<>();
        // Whoever may pass comes last: what they do may close the door.
        for (String user :
                USERS.stream().sorted(Comparator.comparing(mayPass::contains)).toList()) {
            int status = call(user, method, door, body).statusCode();
            boolean right = mayPass.contains(user) ? open.contains(status) : status == 403;
            if (!right) {
                wrong.put(user, status);
            }
        }
        assertThat(wrong).as("%s %s", method, path).isEmpty();
        assertThat(call(NOBODY, method, door, body).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "tasklist, product marketing creative sales analytics legal support campaign-manager sponsor process-owner admin",
        "cockpit,  manager process-owner admin",
        "admin,    admin",
    })
    void opensEachWebApplicationToItsRolesAlone(String app, String allowed) throws Exception {
        Set<String> mayPass = new TreeSet<>(Set.of(allowed.split(" ")));
        Set<String> passed = new TreeSet<>();
        for (String user : USERS) {
            if (new WebappSession(address("/")).logIn(user, app).statusCode() == 200) {
                passed.add(user);
            }
        }
        assertThat(passed).isEqualTo(mayPass);
    }

    @Test
    void namesEveryDoorOfItsOwn() {
        List<String> described = json(get("legal", "/v3/api-docs"), 200).path("paths").properties().stream()
                .map(path -> path.getKey())
                .filter(path -> !path.startsWith("/api/test"))
                .toList();

        assertThat(described)
                .as("a new endpoint needs a row in this class")
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "/api/absences",
                        "/api/absences/{id}",
                        "/api/calendar.ics",
                        "/api/calendar/token",
                        "/api/campaigns",
                        "/api/campaigns/{key}",
                        "/api/campaigns/{key}/cancellation",
                        "/api/campaigns/{key}/conflicts",
                        "/api/campaigns/{key}/decisions",
                        "/api/campaigns/{key}/drafts",
                        "/api/campaigns/{key}/drafts/{track}/acknowledgements",
                        "/api/campaigns/{key}/gates/{gate}/decision",
                        "/api/campaigns/{key}/live",
                        "/api/campaigns/{key}/metrics",
                        "/api/campaigns/{key}/notices",
                        "/api/campaigns/{key}/plan/{id}",
                        "/api/campaigns/{key}/sources/{source}/release",
                        "/api/campaigns/{key}/readings",
                        "/api/campaigns/{key}/sources",
                        "/api/campaigns/{key}/proposals",
                        "/api/campaigns/{key}/syncs",
                        "/api/campaigns/{key}/touchpoints",
                        "/api/campaigns/{key}/touchpoints/{id}",
                        "/api/campaigns/{key}/actions",
                        "/api/campaigns/{key}/actions/{id}/reversal",
                        "/api/campaigns/{key}/automation",
                        "/api/campaigns/{key}/bounds",
                        "/api/campaigns/{key}/budgets",
                        "/api/platform",
                        "/api/platform/{campaign}",
                        "/api/recommendations",
                        "/api/reports/meeting-load",
                        "/api/reports/response-times",
                        "/api/stalls",
                        "/api/stalls/{id}/extension",
                        "/api/stalls/{id}/reassignment",
                        "/api/stalls/{id}/reminder",
                        "/api/stalls/{id}/waiver",
                        "/api/responsibilities"));
    }

    /** Calendar programs cannot log in; without a token there is no calendar for anybody, whoever they are. */
    @Test
    void opensTheCalendarToTokensAlone() {
        String feed = "/api/calendar.ics?token=";

        for (String user : USERS) {
            String token = json(post(user, "/api/calendar/token", ""), 201)
                    .path("token")
                    .asText();
            assertThat(get(NOBODY, feed + token).statusCode()).as(user).isEqualTo(200);
            assertProblem(get(user, feed), 404);
        }
        assertProblem(get(NOBODY, feed), 404);
    }

    /** The address with a campaign of its own, at its first gate. */
    private String door(String path) {
        if (!path.contains("KEY") && !path.contains("INSTANCE")) {
            return path;
        }
        String key = newKey();
        create(key);
        walkTo(key, "product-ready");
        if (path.contains("drafts")) {
            startTracks(key);
        }
        return path.replace("KEY", key)
                .replace("INSTANCE", instanceIds(key).iterator().next());
    }

    /** Marketing builds on the first version of the product's draft; there is a second. */
    private void startTracks(String key) {
        List.of("product-track", "marketing-track").forEach(track -> engine.getRuntimeService()
                .startProcessInstanceByKey("track", key, Map.of("trackId", track)));
        String door = "/api/campaigns/" + key + "/drafts";
        json(post("product", door, "{\"track\": \"product-track\", \"result\": \"x\"}"), 201);
        json(post("creative", door, "{\"track\": \"marketing-track\", \"result\": \"x\"}"), 201);
        json(post("product", door, "{\"track\": \"product-track\", \"result\": \"x\", \"changes\": \"x\"}"), 201);
    }

    private HttpResponse<String> call(String user, String method, String door, String body) {
        String key = newKey();
        String json = body == null
                ? ""
                : body.replace("{CAMPAIGN}", campaign(key).toString())
                        .replace("NEW", "new-" + key)
                        .replace("OTHER", body.contains("OTHER") ? newUser(key) : "");
        return send(request(user, door)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    private String newUser(String key) {
        String id = "user-" + key;
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser(id));
        return id;
    }
}
