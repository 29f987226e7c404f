package dev.convergence.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another site is another than the one that the browser asked for, whatever the proxy asks for. */
class BehindProxyTest extends HurriedApplication {

    @ParameterizedTest
    @CsvSource({
        "https://campaigns.example.org,      403, https, campaigns.example.org:8443, 8443",
        "https://campaigns.example.org:8443, 201, https, campaigns.example.org:8443, 8443",
        "https://campaigns.example.org,      201, https, campaigns.example.org,      443",
        "http://campaigns.example.org,       403, https, campaigns.example.org,      443",
        "https://example.org,                403, https, campaigns.example.org,      443",
        "http://127.0.0.1,                   403, https, campaigns.example.org,      443"
    })
    void comparesWithWhatTheBrowserAskedFor(String origin, int status, String protocol, String host, String port) {
        assertThat(send(request("legal", "/api/calendar/token")
                                .header("Origin", origin)
                                .header("X-Forwarded-For", "192.0.2.7")
                                .header("X-Forwarded-Proto", protocol)
                                .header("X-Forwarded-Host", host)
                                .header("X-Forwarded-Port", port)
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(status);
    }
}
