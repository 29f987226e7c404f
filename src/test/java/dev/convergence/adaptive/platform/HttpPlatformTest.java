package dev.convergence.adaptive.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convergence.notification.delivery.TargetBulkhead;
import dev.convergence.notification.webhook.SignedCallClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform is sent by HTTP, and what is said where it does not say yes. */
class HttpPlatformTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final BooleanSupplier WANTED = () -> true;
    private static final String PATH = "/take?token=hidden";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final ObjectMapper json = new ObjectMapper();
    private final TargetBulkhead targetBulkhead = new TargetBulkhead(Clock.systemUTC());
    private final SignedCallClient signed =
            SignedCallClient.within(PlatformProperties.TIMEOUT, Duration.ofSeconds(5), Clock.systemUTC());
    private HttpServer server;

    record Call(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return HttpHeaders.of(headers, (key, value) -> true)
                    .firstValue(name)
                    .orElse(null);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        signed.close();
    }

    @Test
    void sendsWhatIsToBeDoneSignedAndUnderItsKey() throws Exception {
        ads(url(PATH)).move(move(), WANTED);

        Call call = calls.get(0);
        assertThat(call.header("Idempotency-Key")).isEqualTo("action-1");
        assertThatCode(() ->
                        new Webhook(SECRET).verify(call.body(), HttpHeaders.of(call.headers(), (name, value) -> true)))
                .doesNotThrowAnyException();
        JsonNode body = json.readTree(call.body());
        assertThat(body.path("type").asText()).isEqualTo("moveBudget");
        assertThat(body.path("campaign").asText()).isEqualTo("spring");
        assertThat(body.path("number").asLong()).isEqualTo(7);
        assertThat(body.path("from").asText()).isEqualTo("email");
        assertThat(body.path("amount").decimalValue()).isEqualByComparingTo("0.10");
        assertThat(body.at("/budgets/email").decimalValue()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1800.00", "4200.00", "0.10", "12345678901234567.89"})
    void writesMoneyToTheCentAndInPlainDigits(String amount) {
        ads(url(PATH)).move(move(amount), WANTED);

        assertThat(calls.get(0).body())
                .isEqualTo(
                        ("{\"type\":\"moveBudget\",\"id\":\"action-1\",\"number\":7,\"campaign\":\"spring\",\"from\":\"email\","
                                        + "\"to\":\"social\",\"amount\":%s,\"budgets\":{\"email\":%s}}")
                                .formatted(amount, amount));
    }

    @Test
    void writesBudgetsToTheCentAndInPlainDigits() {
        ads(url(PATH)).open(new AdPlatform.Opening("open-1", 0, "spring", Map.of("email", new BigDecimal("6000.00"))));

        assertThat(calls.get(0).body()).contains("\"budgets\":{\"email\":6000.00}");
    }

    @Test
    void keepsItsKeyAndItsWordsAfterAFailure() {
        answers.add(500);
        AdPlatform ads = ads(url(PATH));

        assertThatThrownBy(() -> ads.move(move(), WANTED))
                .isInstanceOf(PlatformFailedException.class)
                .hasMessage("The ad platform did not take the instruction: answered 500");
        ads.move(move(), WANTED);

        assertThat(calls).hasSize(2);
        assertThat(calls).extracting(call -> call.header("Idempotency-Key")).containsOnly("action-1");
        assertThat(calls).extracting(Call::body).containsOnly(calls.get(0).body());
    }

    @Test
    void sendsNothingThatIsNotWantedAnyMore() {
        assertThat(ads(url(PATH)).move(move(), () -> false).isWithdrawn()).isTrue();

        assertThat(calls).isEmpty();
    }

    @Test
    void stepsAsideWhereOthersAreAtThePlatform() {
        AdPlatform ads = ads(url(PATH));
        AtomicReference<DispatchResult> third = new AtomicReference<>();

        ads.move(move(), () -> ads.move(move(), () -> {
                    third.set(ads.move(move(), WANTED));
                    return true;
                })
                .taken());

        assertThat(third.get().taken()).isFalse();
        assertThat(third.get().isWithdrawn()).isFalse();
        assertThat(third.get().tryAgainAt())
                .hasValueSatisfying(at -> assertThat(at).isAfter(Instant.now().plusSeconds(10)));
        assertThat(calls).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "404, true",
        "409, true",
        "422, true",
        "408, false",
        "425, false",
        "429, false",
        "500, false",
        "503, false",
        "307, false"
    })
    void knowsANoThatStaysOne(int status, boolean isFinal) {
        answers.add(status);

        assertThatThrownBy(() -> ads(url(PATH)).move(move(), WANTED))
                .isInstanceOfSatisfying(PlatformFailedException.class, failure -> assertThat(failure.isFinal())
                        .isEqualTo(isFinal));
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "307", "308"})
    void followsNoRedirect(int status) {
        answers.add(status);

        assertThatThrownBy(() -> ads(url(PATH)).move(move(), WANTED)).hasMessageEndingWith("answered " + status);

        assertThat(calls).hasSize(1);
    }

    @Test
    void tellsNeitherAddressNorSecretWhereNobodyAnswers() {
        String url = url(PATH);
        server.stop(0);

        assertThatThrownBy(() -> ads(url).move(move(), WANTED))
                .isInstanceOf(PlatformFailedException.class)
                .hasMessageStartingWith("The ad platform did not take the instruction: ")
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hidden", SECRET, "/take"));
    }

    @Test
    void saysWhatIsNotSetUpInProduction() {
        PlatformConfiguration.Systems production =
                new PlatformConfiguration.Systems(signed, json, targetBulkhead, true);
        AdPlatform ads = PlatformAdapter.ads(
                production.of("ad platform", "ad-platform", null, new InMemoryAdPlatform(Clock.systemUTC())));

        assertThatThrownBy(() -> ads.move(move(), WANTED))
                .hasMessage("No ad platform is set up (convergence.platforms.ad-platform.url)");
    }

    @Test
    void isPlayedFromMemoryWhereNothingIsSetUp() {
        InMemoryAdPlatform memory = new InMemoryAdPlatform(Clock.systemUTC());
        AdPlatform ads = PlatformAdapter.ads(systems().of("ad platform", "ad-platform", null, memory));
        ads.open(new AdPlatform.Opening(
                "open-1", 0, "spring", Map.of("email", new BigDecimal("1.10"), "social", BigDecimal.ONE)));

        ads.move(move(), WANTED);
        ads.move(move(), WANTED);

        assertThat(memory.budgets("spring")).hasToString("{email=1.00, social=1.10}");
        assertThat(memory.inbox().of("spring"))
                .extracting(ReceivedInstruction::times)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://127.0.0.1/,    whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, true,  .url",
        "http://example.org/, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, false, .url",
        "https://example.org/, '',                                    false, .secret",
        "https://example.org/, whsec_c2hvcnQ=,                        false, .secret",
        "https://example.org/, whsec_%%%,                             false, .secret",
    })
    void refusesSettingsThatCannotBeUsed(String url, String secret, boolean allowPrivate, String setting) {
        PlatformProperties.System settings = new PlatformProperties.System(url, secret, allowPrivate);

        assertThatThrownBy(() -> systems().of("CRM", "crm", settings, new InMemoryCrmPlatform(Clock.systemUTC())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("convergence.platforms.crm" + setting)
                .hasMessageNotContaining("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(settings.toString()).doesNotContain("whsec");
    }

    private static AdPlatform.BudgetMove move() {
        return move("0.10", "1.00");
    }

    private static AdPlatform.BudgetMove move(String amount) {
        return move(amount, amount);
    }

    private static AdPlatform.BudgetMove move(String amount, String left) {
        return new AdPlatform.BudgetMove(
                "action-1",
                7,
                "spring",
                "email",
                "social",
                new BigDecimal(amount),
                Map.of("email", new BigDecimal(left)));
    }

    private AdPlatform ads(String url) {
        PlatformProperties.System settings = new PlatformProperties.System(url, SECRET, true);
        return PlatformAdapter.ads(
                systems().of("ad platform", "ad-platform", settings, new InMemoryAdPlatform(Clock.systemUTC())));
    }

    private PlatformConfiguration.Systems systems() {
        return new PlatformConfiguration.Systems(signed, json, targetBulkhead, false);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
        Integer status = answers.poll();
        exchange.getResponseHeaders().add("Location", url("/elsewhere"));
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }
}
