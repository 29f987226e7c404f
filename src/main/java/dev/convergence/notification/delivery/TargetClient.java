package dev.convergence.notification.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.core.NestedExceptionUtils;

/**
 * Calls endpoints and reads no more of an answer than whether it was a yes. Follows no redirect, tries nothing again by
 * itself, keeps no cookie, and ends every call in time, however slowly the answer drips.
 */
public class TargetClient implements AutoCloseable {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);
    private static final int MOST_CONNECTIONS = 100;
    private static final int LONGEST_REASON = 500;

    private final Duration timeout;
    private final CloseableHttpClient publicly;
    private final CloseableHttpClient privately;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(TargetClient::daemon);

    public TargetClient(DnsResolver names, Duration timeout) {
        this.timeout = timeout;
        this.publicly = client(new PublicAddressResolver(names), timeout);
        this.privately = client(names, timeout);
    }

    /** @throws IOException where the answer is no success, or none comes in time */
    public void post(Endpoint endpoint, String json, Map<String, String> headers) throws IOException {
        HttpPost call = new HttpPost(endpoint.url());
        headers.forEach(call::setHeader);
        call.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        Future<?> deadline = deadlines.schedule(call::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse answer =
                (endpoint.allowPrivate() ? privately : publicly).executeOpen(null, call, null)) {
            if (answer.getCode() / 100 != 2) {
                throw new EndpointRefusedException(answer.getCode());
            }
        } finally {
            deadline.cancel(false);
        }
    }

    /** What went wrong, in words that carry the endpoint's host at most. */
    public String reason(IOException failure, Endpoint endpoint) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        String text = root.getMessage();
        return text == null || tells(text, endpoint.url())
                ? root.getClass().getSimpleName()
                : PlainTextFormatter.line(text, LONGEST_REASON);
    }

    /** Whether a text has more of an address in it than the host: what follows may be a token. */
    private static boolean tells(String text, URI address) {
        return Stream.of(address.getRawPath(), address.getRawQuery())
                .anyMatch(part -> part != null && part.length() > 1 && text.contains(part));
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        publicly.close();
        privately.close();
    }

    private static CloseableHttpClient client(DnsResolver names, Duration timeout) {
        Timeout whole = Timeout.of(timeout);
        Timeout connect = Timeout.of(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(whole)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(whole)
                        .build())
                .setUserAgent("campaign-convergence")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "call-deadlines");
        thread.setDaemon(true);
        return thread;
    }
}
