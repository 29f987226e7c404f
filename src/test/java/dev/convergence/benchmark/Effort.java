package dev.convergence.benchmark;

import java.time.Duration;

/**
 * How much of everything is done: as much as figures need, or just enough to see that the benchmarks still run.
 */
final class Effort {

    private Effort() {}

    /**
     * Of {@link EngineBenchmark}.
     *
     * @param report the name of the file with the tables
     * @param warmUpRounds rounds that are not counted
     * @param future timers that wait meanwhile
     * @param due timers that are due at once
     * @param most how long timers may take to fire before the rest is left out
     * @param warmUp the same while warming up
     * @param sparse timers that become due one after the other, within so many seconds
     * @param gates how many gates climb their ladders
     */
    record OfEngine(
            String report,
            int warmUpRounds,
            int gateRounds,
            int campaignRounds,
            int future,
            int due,
            Duration most,
            Duration warmUp,
            int sparse,
            int sparseSeconds,
            int gates) {

        static final OfEngine FULL = new OfEngine(
                "benchmark.md", 2, 9, 9, 500_000, 10_000, Duration.ofSeconds(60), Duration.ofSeconds(20), 60, 60, 300);

        static final OfEngine SHORT = new OfEngine(
                "benchmark-short.md", 0, 1, 1, 20, 10, Duration.ofSeconds(5), Duration.ofSeconds(1), 2, 1, 2);
    }

    /**
     * Of {@link ReadingsBenchmark}.
     *
     * @param report the name of the file with the tables
     * @param live campaigns that nothing triggers
     * @param triggered campaigns of which each acts
     * @param senders connections that send at once; fewer than campaigns, for readings of one come in their order
     * @param many the same, where there shall be many
     * @param perSecond half of what is asked for
     * @param slices how often it is looked at, one after the other, right after the start, each time for a slice
     * @param background readings a second while actions are waited for
     */
    record OfReadings(
            String report,
            int live,
            int triggered,
            int senders,
            int many,
            int perSecond,
            int slices,
            Duration slice,
            int background,
            Duration warmUp,
            Duration time,
            Duration longTime) {

        static final OfReadings FULL = new OfReadings(
                "benchmark-readings.md",
                440,
                60,
                16,
                64,
                1_000,
                9,
                Duration.ofSeconds(10),
                200,
                Duration.ofSeconds(40),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));

        static final OfReadings SHORT = new OfReadings(
                "benchmark-readings-short.md",
                6,
                2,
                2,
                4,
                20,
                1,
                Duration.ofSeconds(1),
                10,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
