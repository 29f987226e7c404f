package dev.convergence.operations;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of the newest version that Debian's packages installed here, with the client of that version. */
final class DebianPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "createdb", "pg_dump", "pg_restore");
    private static final int MOST_SECONDS = 120;

    /** The server refuses to run as root; the package brings this user for it. */
    private static final List<String> AS_ITS_USER =
            List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");

    private final Path programs;
    private final Path directory;
    private final int port;

    private DebianPostgres(Path programs) throws Exception {
        this.programs = programs;
        this.directory =
                Path.of(run(List.of("mktemp", "-d", "/tmp/convergence-XXXXXX")).strip());
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** The programs of the newest version here. */
    static Optional<Path> installed() {
        return installed(VERSIONS);
    }

    static Optional<Path> installed(Path versions) {
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.sorted(Comparator.comparing(Path::toString).reversed())
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> PROGRAMS.stream().allMatch(name -> Files.isExecutable(bin.resolve(name))))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static DebianPostgres start() throws Exception {
        DebianPostgres server = new DebianPostgres(installed().orElseThrow());
        server.program("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--pgdata=" + server.data());
        server.program(
                "pg_ctl",
                "start",
                "--wait",
                "--pgdata=" + server.data(),
                "--log=" + server.directory.resolve("log"),
                "--options=-p %d -h 127.0.0.1 -k %s -c fsync=off".formatted(server.port, server.directory));
        return server;
    }

    /** Creates a database; the role that owns it needs no password. */
    void create(String database) throws Exception {
        client("createdb", database);
    }

    /** Runs one of the client's programs against this server; its output where it succeeds. */
    String client(String name, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--host=127.0.0.1", "--port=" + port, "--username=postgres"));
        all.addAll(List.of(arguments));
        return program(name, all.toArray(String[]::new));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(port, database);
    }

    /** Where the server's user may write. */
    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws Exception {
        program("pg_ctl", "stop", "--wait", "--mode=immediate", "--pgdata=" + data());
        run(List.of("rm", "-r", directory.toString()));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String program(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws Exception {
        List<String> all = new ArrayList<>("root".equals(System.getProperty("user.name")) ? AS_ITS_USER : List.of());
        all.addAll(command);
        Path output = Files.createTempFile("postgresql", ".log");
        Process process = new ProcessBuilder(all)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + said);
        }
        return said;
    }
}
