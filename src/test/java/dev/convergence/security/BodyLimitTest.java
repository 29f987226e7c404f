package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.RunningApplication;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyLimitTest extends RunningApplication {

    private static final int KILOBYTE = 1024;

    @Test
    void acceptsWhatFits() {
        assertThat(send(announced("/api/test/length", 200)).body()).isEqualTo("{\"length\":204800}");
        assertThat(send(unannounced("/api/test/length", 200)).body()).isEqualTo("{\"length\":204800}");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertIsTooLong(send(announced("/api/test/length", 300)));
    }

    @Test
    void refusesWhatIsTooLongAndDoesNotSaySo() {
        assertIsTooLong(send(unannounced("/api/test/length", 300)));
    }

    @Test
    void letsTheEngineTakeMore() {
        assertThat(send(announced("/engine-rest/task/count", 1024)).statusCode())
                .isEqualTo(200);
        assertThat(send(unannounced("/engine-rest/task/count", 1024)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesTheEngineWhatIsTooLong() {
        assertIsTooLongForTheEngine(send(announced("/engine-rest/task/count", 5 * KILOBYTE + 1)));
        assertIsTooLongForTheEngine(send(unannounced("/engine-rest/task/count", 5 * KILOBYTE + 1)));
    }

    @Test
    void asksWhoCallsBeforeItReads() {
        assertThat(send(request(NOBODY, "/api/test/length")
                                .POST(publisher(300))
                                .header("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(401);
    }

    private java.net.http.HttpRequest.Builder announced(String path, int kilobytes) {
        return request("legal", path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body(path, kilobytes)));
    }

    private java.net.http.HttpRequest.Builder unannounced(String path, int kilobytes) {
        byte[] body = body(path, kilobytes);
        return request("legal", path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static BodyPublisher publisher(int kilobytes) {
        return BodyPublishers.ofByteArray(body("text", kilobytes));
    }

    private static byte[] body(String path, int kilobytes) {
        String field = path.startsWith("/engine-rest") ? "name" : "text";
        return ("{\"" + field + "\":\"" + "x".repeat(kilobytes * KILOBYTE) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static void assertIsTooLong(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static void assertIsTooLongForTheEngine(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"type\":", "\"message\":\"The body is longer than");
    }
}
