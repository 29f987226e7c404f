package dev.convergence.benchmark;

import java.util.regex.Pattern;

/** How long the application's virtual machine has compiled and collected garbage since a moment, by its metrics. */
final class Machine {

    private static final Pattern COMPILATION = Pattern.compile("(?m)^jvm_compilation_time_ms_total[^\\n]* (\\S+)$");
    private static final Pattern COLLECTION = Pattern.compile("(?m)^jvm_gc_pause_seconds_sum[^\\n]* (\\S+)$");

    private final Client client;
    private final double compiledBefore;
    private final double collectedBefore;

    /** From now on. */
    Machine(Client client) {
        this.client = client;
        String metrics = metrics();
        this.compiledBefore = sum(COMPILATION, metrics);
        this.collectedBefore = sum(COLLECTION, metrics);
    }

    /** In seconds and in milliseconds. */
    record Spent(double compiledSeconds, double collectedMillis) {}

    Spent spent() {
        String metrics = metrics();
        return new Spent(
                (sum(COMPILATION, metrics) - compiledBefore) / 1000,
                (sum(COLLECTION, metrics) - collectedBefore) * 1000);
    }

    private String metrics() {
        return client.text("admin", "/actuator/prometheus");
    }

    private static double sum(Pattern pattern, String metrics) {
        return pattern.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }
}
