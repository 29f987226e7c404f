package dev.convergence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** PostgreSQL for all tests of this JVM, started when first asked for and stopped with the JVM. */
public final class EmbeddedDatabase {

    /** The role that owns every database; needs no password, the server listens on the loopback interface alone. */
    public static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final CountDownLatch APPLICATIONS_ENDED = new CountDownLatch(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static {
        SpringApplication.getShutdownHandlers().add(APPLICATIONS_ENDED::countDown);
    }

    private EmbeddedDatabase() {}

    /** A JDBC URL, role included, of a database that is empty and nobody else's. It may lose what it wrote last. */
    public static String freshDatabaseUrl() {
        return freshDatabaseUrl(Quick.RUNNING);
    }

    /** The same on a server that answers a commit when the disk has it, as PostgreSQL does by default. */
    public static String freshDurableDatabaseUrl() {
        return freshDatabaseUrl(Durable.RUNNING);
    }

    /** The one number that a query of such a database gives. */
    public static long count(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String freshDatabaseUrl(EmbeddedPostgres server) {
        String name = "convergence_" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("could not create database " + name, failure);
        }
        return server.getJdbcUrl(USER, name);
    }

    private static EmbeddedPostgres start(String durable) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("max_connections", "200")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterApplications(server)));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("could not start PostgreSQL", failure);
        }
    }

    /** They write to it once more when they end; where there are none, nobody says so. */
    private static void stopAfterApplications(EmbeddedPostgres server) {
        try {
            APPLICATIONS_ENDED.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            server.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException("could not stop PostgreSQL", failure);
        }
    }

    /** Loaded, and with it started, on first use. */
    private static final class Quick {

        static final EmbeddedPostgres RUNNING = start("off");
    }

    /** Loaded, and with it started, on first use. */
    private static final class Durable {

        static final EmbeddedPostgres RUNNING = start("on");
    }
}
