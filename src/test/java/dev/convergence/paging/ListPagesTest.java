package dev.convergence.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.SurfaceTest;
import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.csv.CsvTable;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every list of the API, found by what its controllers return, comes in pages. */
class ListPagesTest extends SurfaceTest {

    private static final String READER = "sales";
    private static final String TOTAL = "X-Total-Count";

    /** Tables of what is no list in JSON either. */
    private static final Set<String> REPORTS = Set.of("/api/reports/response-times", "/api/reports/meeting-load");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private AdaptiveCampaignRepository adaptive;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void areAskedOfEveryControllerThatAnswersAList() {
        Map<String, HandlerMethod> lists = lists(ListPagesTest::isListOrTable);

        assertThat(lists).hasSizeGreaterThan(15);
        lists.forEach((place, method) -> assertThat(Arrays.stream(method.getMethodParameters())
                        .filter(parameter -> parameter.getParameterType().equals(PageRequest.class)))
                .as("%s has a parameter PageRequest", place)
                .hasSize(1));
    }

    @Test
    void refuseAPageThatIsNoneByNameOfTheParameter() {
        for (String path : paths()) {
            String list = path.replaceAll("\\{(key|campaign)}", "any");
            List.of("-1", "10000001", "99999999999", "none", "")
                    .forEach(first -> assertProblem(get(READER, list + "?first=" + first), 400, "first"));
            List.of("0", "-1", "1001", "1e1", "")
                    .forEach(max -> assertProblem(get(READER, list + "?max=" + max), 400, "max"));
        }
    }

    @Test
    void tellTheTotalAndShowOneAfterTheOther() {
        String sequential = sequential();
        String live = live();
        Set<String> walked = new TreeSet<>();
        for (String path : paths()) {
            for (String key : List.of(sequential, live)) {
                String list = path.replaceAll("\\{(key|campaign)}", key);
                if (get(READER, list).statusCode() == 200) {
                    walk(list);
                    walked.add(path);
                }
            }
        }
        assertThat(walked).isEqualTo(paths());
    }

    private void walk(String list) {
        HttpResponse<String> answer = get(READER, list);
        JsonNode whole = json(answer, 200);
        int total = total(answer);
        assertThat(whole.isArray()).as(list).isTrue();
        assertThat(total).as(list).isGreaterThanOrEqualTo(whole.size());
        int shown = Math.min(3, whole.size());
        for (int first = 0; first < shown; first++) {
            HttpResponse<String> page = get(READER, list + "?first=" + first + "&max=1");
            assertThat(json(page, 200)).as("%s from %d", list, first).containsExactly(whole.get(first));
            assertThat(total(page)).as(list).isEqualTo(total);
        }
        HttpResponse<String> beyond = get(READER, list + "?first=" + total);
        assertThat(json(beyond, 200)).as(list).isEmpty();
        assertThat(total(beyond)).as(list).isEqualTo(total);
    }

    private static int total(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue(TOTAL)
                .map(Integer::valueOf)
                .orElseThrow(() -> new AssertionError("no total: " + answer.uri()));
    }

    /** Two of them, of which the second is shown, and two stalls. */
    private String sequential() {
        String key = newKey();
        List<String> both = List.of(newKey(), key);
        both.forEach(this::create);
        for (String campaign : both) {
            walkTo(campaign, "product-ready");
            climb(campaign, 3);
            tick();
        }
        return key;
    }

    private String live() {
        String key = newKey();
        startCampaign(key);
        transaction.executeWithoutResult(status -> adaptive.begin(new AdaptiveCampaign(
                key, "none", "always-on", "normal", now(), now().plusSeconds(86_400), null, true, "{}")));
        for (String source : List.of("crm", "email")) {
            jdbc.update("insert into cc_source (campaign_key, source) values (?, ?)", key, source);
        }
        for (int reading = 0; reading < 3; reading++) {
            json(
                    post(
                            "analytics",
                            "/api/campaigns/" + key + "/readings",
                            """
                            {"id": "r%d", "source": "email", "metric": "open-rate", "channel": "email", "value": 0.3,
                             "observedAt": "%s"}"""
                                    .formatted(reading, now())),
                    202);
        }
        return key;
    }

    private Set<String> paths() {
        return lists(ListPagesTest::isList).values().stream()
                .flatMap(method -> patterns(method).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> patterns(HandlerMethod method) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().equals(method))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, HandlerMethod> lists(java.util.function.Predicate<Class<?>> kind) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> reads(entry.getKey()))
                .filter(entry -> kind.test(body(entry.getValue())))
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    private static boolean reads(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && mapping.getPatternValues().stream()
                        .anyMatch(path -> path.startsWith("/api/") && !REPORTS.contains(path));
    }

    private static Class<?> body(HandlerMethod method) {
        ResolvableType returned = ResolvableType.forMethodReturnType(method.getMethod());
        return returned.as(ResponseEntity.class) == ResolvableType.NONE
                ? returned.toClass()
                : returned.as(ResponseEntity.class).getGeneric().toClass();
    }

    private static boolean isList(Class<?> body) {
        return body.isArray() && !body.getComponentType().isPrimitive()
                || Stream.of(Collection.class, Stream.class, Iterable.class)
                        .anyMatch(kind -> kind.isAssignableFrom(body) && !JsonNode.class.isAssignableFrom(body));
    }

    private static boolean isListOrTable(Class<?> body) {
        return isList(body) || body.equals(CsvTable.class);
    }
}
