package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.SurfaceTest;
import dev.convergence.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every role at every operation of the application's own: whoever the rule does not name gets 403, and nobody gets in
 * without a password. The engine's operations are in {@link EngineRoleByEndpointTest}.
 */
class RoleByEndpointTest extends SurfaceTest {

    private static final List<String> USERS = AccessRule.USERS;
    private static final String VISITOR = AccessRule.VISITOR;

    /** Whoever calls it shows a token; see {@link #opensTheCalendarToTokensAlone}. */
    private static final String CALENDAR = "GET /api/calendar.ics";

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET    | /api/campaigns |  | READS | 200",
                "GET    | /api/campaigns/KEY |  | READS | 200",
                "GET    | /api/campaigns/KEY/notices |  | READS | 200",
                "GET    | /api/campaigns/KEY/decisions |  | READS | 200",
                "GET    | /api/campaigns/KEY/syncs |  | READS | 200",
                "GET    | /api/campaigns/KEY/proposals |  | READS | 200",
                "POST   | /api/campaigns/KEY/proposals | {\"decision\": \"gate-policy\", \"what\":"
                        + " \"x\", \"why\": \"x\"} | PROPOSES | 201",
                "GET    | /api/campaigns/KEY/metrics |  | READS | 200",
                "GET    | /api/campaigns/KEY/live |  | READS | 200",
                "POST   | /api/campaigns | {CAMPAIGN} | STARTS_CAMPAIGNS | 201",
                "PATCH  | /api/campaigns/KEY/plan/product-ready | {\"due\": \"2027-03-11\","
                        + " \"dryRun\": true} | STEERS | 200",
                "PATCH  | /api/campaigns/KEY/plan/product-ready | {\"due\": \"2027-03-10\","
                        + " \"reason\": \"x\"} | STEERS | 200",
                "GET    | /api/campaigns/KEY/conflicts |  | READS | 200",
                "GET    | /api/campaigns/KEY/touchpoints |  | READS | 200",
                "PUT    | /api/campaigns/KEY/touchpoints | {\"touchpoints\": [], \"reason\": \"x\"} |"
                        + " STATES_FACTS | 200",
                "PATCH  | /api/campaigns/KEY/touchpoints/email | {\"offer\": \"20 %\", \"reason\":"
                        + " \"x\"} | STATES_FACTS | 200",
                "POST   | /api/campaigns/no-such/cancellation | {\"rationale\": \"x\"} | STEERS | 404",
                "POST   | /api/campaigns/KEY/gates/product-ready/decision | {\"outcome\":"
                        + " \"APPROVED\"} | DECIDES | 200",
                "GET    | /api/campaigns/KEY/drafts |  | READS | 200",
                "POST   | /api/campaigns/KEY/drafts | {\"track\": \"marketing-track\", \"result\":"
                        + " \"x\", \"changes\": \"x\"} | SHARES_DRAFTS | 201",
                "POST   | /api/campaigns/KEY/drafts/marketing-track/acknowledgements | {\"of\":"
                        + " \"product-track\", \"version\": 2} | SHARES_DRAFTS | 201 409",
                "POST   | /api/campaigns/KEY/sources/crm/release | {\"reason\": \"x\"} |" + " RELEASES_SOURCES | 404",
                "GET    | /api/campaigns/KEY/readings |  | READS | 200",
                "GET    | /api/campaigns/KEY/sources |  | READS | 200",
                "POST   | /api/campaigns/KEY/readings | {\"id\": \"x\"} | DELIVERS_READINGS | 409",
                "GET    | /api/campaigns/KEY/bounds |  | READS | 404",
                "PUT    | /api/campaigns/KEY/bounds | {\"mostPercent\": 1, \"dailyPercent\": 1,"
                        + " \"floorPercent\": 1, \"kinds\": [], \"approvalWithin\": \"P1D\", \"reason\": \"x\"} | SETS_BOUNDS | 404",
                "GET    | /api/campaigns/KEY/automation |  | READS | 404",
                "PUT    | /api/campaigns/KEY/automation | {\"automatic\": false, \"reason\": \"x\"} |"
                        + " SWITCHES_AUTOMATION | 404",
                "GET    | /api/campaigns/KEY/budgets |  | READS | 404",
                "GET    | /api/campaigns/KEY/actions |  | READS | 404",
                "POST   | /api/campaigns/KEY/actions/no-such/reversal | {\"reason\": \"x\"} |"
                        + " REVERSES_ACTIONS | 404",
                "GET    | /api/platform |  | READS | 200",
                "GET    | /api/platform/no-such |  | READS | 404",
                "GET    | /api/stalls |  | READS | 200",
                "POST   | /api/stalls/no-such/reminder | {} | SEES_TO_STALLS | 404",
                "POST   | /api/stalls/no-such/extension | {\"due\": \"2027-04-01\", \"rationale\":"
                        + " \"x\"} | SEES_TO_STALLS | 404",
                "POST   | /api/stalls/no-such/reassignment | {\"group\": \"sales\", \"rationale\":"
                        + " \"x\"} | SEES_TO_STALLS | 404",
                "POST   | /api/stalls/no-such/waiver | {\"rationale\": \"x\"} | SEES_TO_STALLS | 404",
                "POST   | /api/recommendations | {\"complexity\": \"low\", \"teamMaturity\": \"low\","
                        + " \"dataInfrastructure\": \"basic\", \"speed\": \"standard\"} | READS | 200 422 400",
                "GET    | /api/reports/response-times |  | READS | 200",
                "GET    | /api/reports/meeting-load |  | READS | 200",
                "GET    | /api/responsibilities |  | READS | 200",
                "GET    | /api/absences |  | READS | 200",
                "POST   | /api/absences | {\"user\": \"OTHER\", \"from\": \"2027-05-03\", \"to\":"
                        + " \"2027-05-07\", \"substitute\": \"support\"} | RECORDS_ABSENCES_OF_OTHERS | 201",
                "GET    | /api/absences/no-such |  | READS | 404",
                "DELETE | /api/absences/ABSENCE |  | RECORDS_ABSENCES_OF_OTHERS | 204 409",
                "POST   | /api/calendar/token |  | READS | 201",
                "GET    | /api/calendar/token |  | OWN_TOKEN | 200",
                "DELETE | /api/calendar/token |  | OWN_TOKEN | 204 404",
                "GET    | /v3/api-docs |  | DESCRIPTION | 200",
                "GET    | /actuator/prometheus |  | OPERATES | 200",
                "HEAD   | /actuator/prometheus |  | OPERATES | 200",
                "HEAD   | /api/campaigns |  | READS | 200",
                "OPTIONS| /api/campaigns |  | READS | 200",
                "GET    | /engine-rest/metrics |  | OPERATES | 200",
                "GET    | /engine-rest/metrics/job-failed/sum |  | OPERATES | 200",
                "GET    | /engine-rest/metrics/task-worker/sum |  | OPERATES | 200",
                "GET    | /engine-rest/telemetry/data |  | OPERATES | 200",
                "GET    | /actuator/env |  | NOBODY | 200",
                "GET    | /engine-rest/version |  | READS | 200",
                "POST   | /engine-rest/process-definition/key/campaign/start | {} | STARTS_CAMPAIGNS |" + " 500 400",
            })
    void opensEachDoorToItsRolesAlone(String method, String path, String body, AccessRule rule, String statuses) {
        Set<Integer> open =
                Arrays.stream(statuses.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
        String door = door(path);
        TreeMap<String, Integer> wrong = new TreeMap<>();
        // Whoever may pass comes last: what they do may close the door.
        for (String user :
                USERS.stream().sorted(Comparator.comparing(rule::permits)).toList()) {
            int status = call(user, method, door, body).statusCode();
            boolean right = rule.permits(user) ? open.contains(status) : status == 403;
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
        "cockpit,  manager process-owner operator admin",
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

    /** Of each path and method that the application describes, a row above says who may. */
    @Test
    void namesEveryOperationOfItsOwn() throws Exception {
        Set<String> rows = Arrays.stream(RoleByEndpointTest.class
                        .getDeclaredMethod(
                                "opensEachDoorToItsRolesAlone",
                                String.class,
                                String.class,
                                String.class,
                                AccessRule.class,
                                String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(row -> row.split("\\|"))
                .map(row -> row[0].strip() + " " + row[1].strip())
                .collect(Collectors.toSet());

        assertThat(operations().filter(operation -> !operation.equals(CALENDAR)))
                .as("a new operation needs a row in this class")
                .allSatisfy(operation -> assertThat(rows).anyMatch(row -> row.matches(pattern(operation))));
    }

    private Stream<String> operations() {
        return json(get("legal", "/v3/api-docs"), 200).path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/api/test"))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static String pattern(String operation) {
        return operation.replaceAll("\\{\\w+}", "[^/]+");
    }

    /** Calendar programs cannot log in; without a token there is no calendar for anybody, whoever they are. */
    @Test
    void opensTheCalendarToTokensAlone() {
        String feed = "/api/calendar.ics?token=";

        for (String user : USERS) {
            if (user.equals(VISITOR)) {
                continue;
            }
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
        if (path.contains("ABSENCE")) {
            return path.replace("ABSENCE", newAbsence(newKey()));
        }
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

    private String newAbsence(String key) {
        String body =
                "{\"user\": \"%s\", \"from\": \"2027-05-03\", \"to\": \"2027-05-07\", \"substitute\": \"support\"}"
                        .formatted(newUser(key));
        return json(post("admin", "/api/absences", body), 201).path("id").asText();
    }

    /** Signed in, and in no group. */
    @BeforeEach
    void letTheVisitorIn() {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(VISITOR).count() == 0) {
            User visitor = identity.newUser(VISITOR);
            visitor.setPassword(VISITOR);
            identity.saveUser(visitor);
        }
    }
}
