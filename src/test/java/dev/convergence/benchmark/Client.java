package dev.convergence.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Calls the application as people and tools do, over connections that stay open. */
final class Client implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI application;
    private final CloseableHttpClient http;

    Client(URI application, int connections) {
        this.application = application;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .build())
                .disableAutomaticRetries()
                .build();
    }

    /** The answer, as it came; a user's password is their name. */
    String post(String user, String path, String body) {
        return send(ClassicRequestBuilder.post(application.resolve(path))
                .addHeader(HttpHeaders.AUTHORIZATION, login(user))
                .setEntity(body, ContentType.APPLICATION_JSON));
    }

    JsonNode get(String user, String path) {
        try {
            return JSON.readTree(text(user, path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String user, String path) {
        return send(
                ClassicRequestBuilder.get(application.resolve(path)).addHeader(HttpHeaders.AUTHORIZATION, login(user)));
    }

    private static String login(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    private String send(ClassicRequestBuilder request) {
        try {
            return http.execute(request.build(), response -> {
                String body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
                if (response.getCode() >= 300) {
                    throw new IOException(request + " was answered " + response.getCode() + ": " + body);
                }
                return body;
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
