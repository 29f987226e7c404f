package dev.convergence.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** How busy client, application and PostgreSQL have kept this machine's processors since a moment, in hundredths. */
final class Shares {

    private final ProcessHandle application;
    private final ProcessHandle postgres;
    private final long begin = System.nanoTime();
    private final Duration clientBefore = client();
    private final Duration applicationBefore;
    private final Duration postgresBefore;

    /** From now on. */
    Shares(long application, JdbcTemplate jdbc) {
        this.application = ProcessHandle.of(application).orElseThrow();
        int backend = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
        this.postgres = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        this.applicationBefore = time(this.application);
        this.postgresBefore = timeOfPostgres();
    }

    /** Of all processors together. */
    record Busy(double client, double application, double postgres) {}

    Busy busy() {
        double all = (System.nanoTime() - begin) / 100.0 * Runtime.getRuntime().availableProcessors();
        return new Busy(
                client().minus(clientBefore).toNanos() / all,
                time(application).minus(applicationBefore).toNanos() / all,
                timeOfPostgres().minus(postgresBefore).toNanos() / all);
    }

    private static Duration client() {
        return Duration.ofNanos(
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime());
    }

    private Duration timeOfPostgres() {
        return Stream.concat(Stream.of(postgres), postgres.children())
                .map(Shares::time)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
