package dev.convergence.benchmark;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the sessions of PostgreSQL that are at work wait for, looked at fifty times a second, and who works beside them. */
final class Waits implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int NAMED = 3;
    private static final String AT_WORK =
            """
            select case when backend_type = 'client backend' then coalesce(wait_event, 'working') else backend_type end
            from pg_stat_activity
            where pid <> pg_backend_pid()
              and (state = 'active' and backend_type = 'client backend' or backend_type = 'autovacuum worker')""";

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Integer> seen = new HashMap<>();
    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;

    private int looks;

    /** From now on, by a connection of its own. */
    Waits(String url) {
        this.connection = new SingleConnectionDataSource(url, true);
        this.jdbc = new JdbcTemplate(connection);
        looking.scheduleAtFixedRate(this::look, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<String> now = jdbc.queryForList(AT_WORK, String.class);
        looks++;
        now.forEach(what -> seen.merge(what, 1, Integer::sum));
    }

    /** The most frequent, with how many sessions there were on average. */
    String most() throws InterruptedException {
        close();
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(NAMED)
                .map(entry -> "%s %.2f".formatted(entry.getKey(), (double) entry.getValue() / looks))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws InterruptedException {
        looking.shutdown();
        looking.awaitTermination(1, TimeUnit.SECONDS);
        connection.destroy();
    }
}
