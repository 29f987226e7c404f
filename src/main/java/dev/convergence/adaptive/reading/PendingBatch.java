package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.Reading;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The readings of one call, which waits for its answer. */
record PendingBatch(String campaign, List<Reading> readings, CompletableFuture<List<ReadingResponse>> answer) {

    PendingBatch(String campaign, List<Reading> readings) {
        this(campaign, readings, new CompletableFuture<>());
    }
}
