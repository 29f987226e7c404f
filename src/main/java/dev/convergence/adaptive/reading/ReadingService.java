package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Readings that the application itself delivers. */
@Component
public class ReadingService {

    private final ReadingBatcher readingBatcher;

    ReadingService(ReadingBatcher readingBatcher) {
        this.readingBatcher = readingBatcher;
    }

    /** Delivers a reading like any other; its verdict stands with it. */
    public void observed(
            String campaign, String id, String source, String metric, String channel, BigDecimal value, Instant at) {
        readingBatcher.take(campaign, List.of(new Reading(id, id, source, metric, channel, value, at, null)));
    }
}
