package dev.convergence.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The same readings on the bare engine: each a message to its campaign, correlated one by one. */
final class Correlation {

    private final Engine bare;
    private final List<String> keys;

    Correlation(Engine bare, int campaigns) {
        this.bare = bare;
        this.keys = IntStream.range(0, campaigns)
                .mapToObj(number -> "bare-" + number)
                .toList();
        keys.forEach(key -> bare.start(Models.READINGS, key, Map.of()));
    }

    /** Neighbours go to different campaigns: two at once for one of them would not help the engine. */
    void send(int number) {
        bare.engine()
                .getRuntimeService()
                .createMessageCorrelation(Models.READING)
                .processInstanceBusinessKey(keys.get(number % keys.size()))
                .setVariablesToTriggeredScope(Map.of(
                        "source", "email",
                        "metric", "open-rate",
                        "channel", "email",
                        "value", 0.3 + number % 10 / 100.0,
                        "observedAt", System.currentTimeMillis()))
                .correlate();
    }
}
