package dev.convergence.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convergence.notification.Receiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TargetClientTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final Receiver receiver = new Receiver();

    @AfterEach
    void stop() {
        receiver.release("/slow");
        receiver.close();
    }

    @Test
    void posts() throws Exception {
        try (TargetClient client = client(SystemDefaultDnsResolver.INSTANCE)) {
            client.post(permitted("/in"), "{\"text\": \"\u2713\"}", Map.of("Idempotency-Key", "k"));
        }

        assertThat(receiver.calls("/in")).singleElement().satisfies(call -> {
            assertThat(call.body()).isEqualTo("{\"text\": \"\u2713\"}");
            assertThat(call.header("Idempotency-Key")).isEqualTo("k");
            assertThat(call.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"})
    void doesNotCallAPrivateAddressHoweverItIsWritten(String host) throws Exception {
        try (TargetClient client = client(SystemDefaultDnsResolver.INSTANCE)) {
            Endpoint endpoint = new Endpoint(URI.create("http://" + host + ":" + receiver.port() + "/in"), false);

            assertThatThrownBy(() -> client.post(endpoint, "{}", Map.of()))
                    .isInstanceOf(PublicAddressResolver.RefusedAddress.class);
        }
        assertThat(receiver.calls("/in")).isEmpty();
    }

    @Test
    void doesNotFollowANameThatBecamePrivateAfterACheck() throws Exception {
        DnsResolver names = new PublicAddressResolverTest.Names("93.184.216.34", "127.0.0.1", "127.0.0.1");
        assertThatCode(() -> new PublicAddressResolver(names).resolve("rebinding.example"))
                .as("the check beforehand")
                .doesNotThrowAnyException();
        Endpoint endpoint = new Endpoint(URI.create("http://rebinding.example:" + receiver.port() + "/in"), false);

        try (TargetClient client = client(names)) {
            assertThatThrownBy(() -> client.post(endpoint, "{}", Map.of()))
                    .isInstanceOf(PublicAddressResolver.RefusedAddress.class);
            assertThat(receiver.calls("/in")).isEmpty();

            client.post(new Endpoint(endpoint.url(), true), "{}", Map.of());
        }
        assertThat(receiver.calls("/in")).as("where it is allowed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void doesNotFollowRedirects(int status) throws Exception {
        receiver.answer("/in", status);
        receiver.redirectTo(receiver.url("/elsewhere"));

        try (TargetClient client = client(SystemDefaultDnsResolver.INSTANCE)) {
            assertThatThrownBy(() -> client.post(permitted("/in"), "{}", Map.of()))
                    .hasMessage("answered " + status);
        }
        assertThat(receiver.calls("/elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 429, 500, 503})
    void takesNothingButSuccessForAnAnswerAndTriesOnce(int status) throws Exception {
        receiver.answer("/in", status);

        try (TargetClient client = client(SystemDefaultDnsResolver.INSTANCE)) {
            assertThatThrownBy(() -> client.post(permitted("/in"), "{}", Map.of()))
                    .hasMessage("answered " + status);
        }
        assertThat(receiver.calls("/in")).hasSize(1);
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() throws Exception {
        receiver.hold("/slow");

        try (TargetClient client = new TargetClient(SystemDefaultDnsResolver.INSTANCE, SHORT)) {
            assertThatThrownBy(() -> client.post(permitted("/slow"), "{}", Map.of()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void givesUpOnAnAnswerThatDrips() throws Exception {
        ScheduledExecutorService tap = Executors.newScheduledThreadPool(2);
        try (ServerSocket dripping = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                TargetClient client = new TargetClient(SystemDefaultDnsResolver.INSTANCE, SHORT)) {
            tap.submit(() -> drip(dripping, tap));
            URI url = URI.create("http://127.0.0.1:" + dripping.getLocalPort() + "/");

            assertThatThrownBy(() -> client.post(new Endpoint(url, true), "{}", Map.of()))
                    .isInstanceOf(IOException.class);
        } finally {
            tap.shutdownNow();
        }
    }

    private static Void drip(ServerSocket dripping, ScheduledExecutorService tap) throws IOException {
        Socket caller = dripping.accept();
        caller.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes());
        tap.scheduleAtFixedRate(
                () -> {
                    try {
                        caller.getOutputStream().write('x');
                    } catch (IOException gone) {
                        tap.shutdown();
                    }
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
        return null;
    }

    @Test
    void namesNoTokenWhenItFails() throws Exception {
        Endpoint closed = new Endpoint(URI.create("http://127.0.0.1:" + closedPort() + "/T0/SECRET?key=SECRET"), true);

        try (TargetClient client = client(SystemDefaultDnsResolver.INSTANCE)) {
            IOException failure = catchThrowableOfType(IOException.class, () -> client.post(closed, "{}", Map.of()));
            assertThat(client.reason(failure, closed)).doesNotContain("SECRET").contains("refused");
            assertThat(client.reason(new IOException("at " + closed.url()), closed))
                    .isEqualTo("IOException");
        }
        assertThat(closed.toString()).isEqualTo("127.0.0.1");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private Endpoint permitted(String path) {
        return new Endpoint(URI.create(receiver.url(path)), true);
    }

    private static TargetClient client(DnsResolver names) {
        return new TargetClient(names, Duration.ofSeconds(10));
    }
}
