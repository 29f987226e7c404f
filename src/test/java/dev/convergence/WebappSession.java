package dev.convergence;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A browser at Camunda's web applications: keeps cookies and sends the token against forged requests. */
public final class WebappSession {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;
    private final Map<String, String> cookies = new HashMap<>();

    public WebappSession(URI root) {
        this.root = root;
    }

    public HttpResponse<String> open(String page) throws Exception {
        return send(HttpRequest.newBuilder(at(page)).GET());
    }

    public HttpResponse<String> logIn(String user, String app) throws Exception {
        open("/camunda/app/" + app + "/default/");
        HttpResponse<String> login =
                send(withToken(HttpRequest.newBuilder(at("/camunda/api/admin/auth/user/default/login/" + app)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + user + "&password=" + user)));
        open("/camunda/app/" + app + "/default/");
        return login;
    }

    public HttpResponse<String> post(String path, String json) throws Exception {
        return send(withToken(json(path, json)));
    }

    public HttpResponse<String> call(String method, String path, String contentType, String body) throws Exception {
        return send(withToken(HttpRequest.newBuilder(at(path))
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))));
    }

    public HttpResponse<String> delete(String path) throws Exception {
        return send(withToken(HttpRequest.newBuilder(at(path)).DELETE()));
    }

    public HttpResponse<String> postWithoutToken(String path, String json) throws Exception {
        return send(json(path, json));
    }

    /** Any call, with the token where it is known. */
    public HttpResponse<String> call(String method, String path, String json) throws Exception {
        return send(withToken(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json"))
                .method(method, BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> logOut() throws Exception {
        return call("POST", "/camunda/api/admin/auth/user/default/logout", "");
    }

    /** The value of a cookie that the browser keeps; nothing where it has none. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name)).filter(value -> !value.isEmpty());
    }

    /** Not resolved, which would tidy up strange addresses. */
    private URI at(String path) {
        return URI.create("http://" + root.getAuthority() + path);
    }

    private HttpRequest.Builder json(String path, String json) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
        return request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpResponse<String> answer = client.send(
                sent.isEmpty()
                        ? request.build()
                        : request.header("Cookie", sent).build(),
                BodyHandlers.ofString());
        keep(answer.headers().allValues("Set-Cookie"));
        return answer;
    }

    private void keep(List<String> received) {
        for (String cookie : received) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
    }
}
