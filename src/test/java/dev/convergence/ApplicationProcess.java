package dev.convergence;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application as a process of its own, for what only shows between processes: a replica that is lost, a session
 * that moves. Without the test classes on its path, and with a port of its own.
 */
public final class ApplicationProcess implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final int START_SECONDS = 180;

    /** The packaged application; null where the build has not come so far. */
    private static final String PACKAGE = System.getProperty("convergence.package");

    /** Starts the package with what lies beside it. */
    private static final String PACKAGE_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ApplicationProcess(Process process) {
        this.process = process;
    }

    /** Starts an application on this database and waits until it answers; the arguments are {@code --name=value}. */
    public static ApplicationProcess start(String databaseUrl, String... arguments) throws Exception {
        return start(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), databaseUrl, arguments);
    }

    /** The same with these options of the virtual machine: by default it starts fast, and never gets fast. */
    public static ApplicationProcess start(List<String> options, String databaseUrl, String... arguments)
            throws Exception {
        return run(fromClasses(options, classPathWithoutTests()), databaseUrl, arguments);
    }

    /**
     * The application as it ships, with one more directory of classes beside its own. Where there is no package, as in a
     * development environment, from its classes.
     */
    public static ApplicationProcess startPackaged(
            List<String> options, Path classes, String databaseUrl, String... arguments) throws Exception {
        List<String> program = PACKAGE == null
                ? fromClasses(options, classPathWithoutTests() + File.pathSeparator + classes)
                : fromPackage(options, classes);
        return run(program, databaseUrl, arguments);
    }

    private static List<String> fromClasses(List<String> options, String classPath) {
        return program(options, "-cp", classPath, ConvergenceApplication.class.getName());
    }

    private static List<String> fromPackage(List<String> options, Path classes) {
        return program(options, "-Dloader.path=" + classes, "-cp", PACKAGE, PACKAGE_LAUNCHER);
    }

    private static List<String> program(List<String> options, String... rest) {
        return Stream.concat(options.stream(), Stream.of(rest)).toList();
    }

    private static ApplicationProcess run(List<String> program, String databaseUrl, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(List.of(
                "--server.port=0", "--convergence.demo.campaigns=false", "--spring.datasource.url=" + databaseUrl));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ApplicationProcess application = new ApplicationProcess(process);
        Thread reader = new Thread(application::readOutput, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
        try {
            application.port.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            application.close();
            throw failure;
        }
        return application;
    }

    /** Copies the classes beside this one, of its package, to a directory that an application is given. */
    public static void copyClasses(Class<?> oneOfThem, Path directory) throws Exception {
        Path tests = Path.of(
                oneOfThem.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path inside = Path.of(oneOfThem.getPackageName().replace('.', '/'));
        Path copies = Files.createDirectories(directory.resolve(inside));
        try (Stream<Path> all = Files.list(tests.resolve(inside))) {
            for (Path one : all.toList()) {
                Files.copy(one, copies.resolve(one.getFileName()));
            }
        }
    }

    /** The address of a path of this application. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port.join() + path);
    }

    /** A call of this path by a demo user, whose password is the user's name. */
    public HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + login);
    }

    /** What it answers to a call with a JSON body by a demo user. */
    public HttpResponse<String> call(String user, String method, String path, String body) throws Exception {
        return CLIENT.send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Ends those that were started. */
    public static void closeAll(ApplicationProcess... applications) throws InterruptedException {
        for (ApplicationProcess application : applications) {
            if (application != null) {
                application.close();
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits until the process has ended by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void readOutput() {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
            }
        } catch (IOException ended) {
            lines.add(ended.toString());
        }
        port.completeExceptionally(new IllegalStateException("did not start:\n" + String.join("\n", lines)));
    }

    private static String classPathWithoutTests() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
