package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.problem.BusyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes readings in, those of many calls in one transaction: one thread takes all that waits, and the next calls wait
 * meanwhile. An answer is given once the readings are committed.
 */
@Component
class ReadingBatcher implements SmartLifecycle {

    private static final int MOST_AT_ONCE = 2000;
    private static final int MOST_WAITING = 20_000;
    /** Of the 200 calls that the web server handles at once: the rest is for people. */
    private static final int MOST_CALLS = 150;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ReadingProcessor readingProcessor;
    private final TransactionTemplate transaction;
    private final Queue<PendingBatch> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Semaphore calls = new Semaphore(MOST_CALLS);
    /** Has no thread before the first reading. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> new Thread(work, "readings"));

    ReadingBatcher(ReadingProcessor readingProcessor, TransactionTemplate transaction) {
        this.readingProcessor = readingProcessor;
        this.transaction = transaction;
    }

    /**
     * A verdict for each, in their order; what is told is stored.
     *
     * @throws Busy where too many wait, or where it takes too long
     */
    List<ReadingResponse> take(String campaign, List<Reading> readings) {
        return within(
                calls, 1, () -> within(room, readings.size(), () -> answer(new PendingBatch(campaign, readings))));
    }

    private static List<ReadingResponse> within(Semaphore limit, int size, Supplier<List<ReadingResponse>> work) {
        if (!limit.tryAcquire(size)) {
            throw new BusyException(RETRY);
        }
        try {
            return work.get();
        } finally {
            limit.release(size);
        }
    }

    private List<ReadingResponse> answer(PendingBatch pendingBatch) {
        enqueue(pendingBatch);
        return await(pendingBatch);
    }

    private void enqueue(PendingBatch pendingBatch) {
        waiting.add(pendingBatch);
        try {
            writer.execute(this::handleWaiting);
        } catch (RejectedExecutionException shuttingDown) {
            throw givenUp(pendingBatch);
        }
    }

    private List<ReadingResponse> await(PendingBatch pendingBatch) {
        try {
            return pendingBatch.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw givenUp(pendingBatch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw givenUp(pendingBatch);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
        }
    }

    /** Nobody waits for its answer any more. */
    private BusyException givenUp(PendingBatch pendingBatch) {
        pendingBatch.answer().cancel(false);
        waiting.remove(pendingBatch);
        return new BusyException(RETRY);
    }

    /** Runs once for each call; the first takes the work of those behind it along. */
    private void handleWaiting() {
        handle(next());
    }

    /** Calls whose readings nobody has taken up yet. */
    int waiting() {
        return waiting.size();
    }

    /** Who waits no longer is left out. */
    private List<PendingBatch> next() {
        List<PendingBatch> batch = new ArrayList<>();
        int readings = 0;
        for (PendingBatch one = waiting.poll(); one != null; one = readings < MOST_AT_ONCE ? waiting.poll() : null) {
            if (!one.answer().isDone()) {
                batch.add(one);
                readings += one.readings().size();
            }
        }
        return batch;
    }

    /** What cannot be handled does no harm to others: they are handled campaign by campaign, and then call by call. */
    private void handle(List<PendingBatch> batch) {
        try {
            commit(batch);
        } catch (RuntimeException fault) {
            List<List<PendingBatch>> parts = parts(batch, fault);
            if (parts.isEmpty()) {
                batch.forEach(one -> one.answer().completeExceptionally(told(fault)));
            }
            parts.forEach(this::handle);
        }
    }

    private void commit(List<PendingBatch> batch) {
        if (!batch.isEmpty()) {
            transaction.execute(status -> readingProcessor.of(batch)).forEach(Runnable::run);
        }
    }

    /** None where there is one call only, or where all wait for the lock of one campaign. */
    private static List<List<PendingBatch>> parts(List<PendingBatch> batch, RuntimeException fault) {
        Map<String, List<PendingBatch>> byCampaign = batch.stream()
                .collect(Collectors.groupingBy(PendingBatch::campaign, LinkedHashMap::new, Collectors.toList()));
        if (byCampaign.size() > 1) {
            return List.copyOf(byCampaign.values());
        }
        return batch.size() == 1 || fault instanceof ConcurrencyFailureException
                ? List.of()
                : batch.stream().map(List::of).toList();
    }

    private static RuntimeException told(RuntimeException fault) {
        return fault instanceof ConcurrencyFailureException ? new BusyException(RETRY) : fault;
    }

    @Override
    public void start() {
        // The thread starts with the first reading.
    }

    /** What waits is handled first. */
    @Override
    public void stop() {
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !writer.isShutdown();
    }

    /** After the web server, which waits for the calls under way. */
    @Override
    public int getPhase() {
        return 0;
    }
}
