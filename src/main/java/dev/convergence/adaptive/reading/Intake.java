package dev.convergence.adaptive.reading;

import dev.convergence.problem.Busy;
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
class Intake implements SmartLifecycle {

    private static final int MOST_AT_ONCE = 2000;
    private static final int MOST_WAITING = 20_000;
    /** Of the 200 calls that the web server handles at once: the rest is for people. */
    private static final int MOST_CALLS = 150;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Judgement judgement;
    private final TransactionTemplate transaction;
    private final Queue<Submission> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Semaphore calls = new Semaphore(MOST_CALLS);
    /** Has no thread before the first reading. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> new Thread(work, "readings"));

    Intake(Judgement judgement, TransactionTemplate transaction) {
        this.judgement = judgement;
        this.transaction = transaction;
    }

    /**
     * A verdict for each, in their order; what is told is stored.
     *
     * @throws Busy where too many wait, or where it takes too long
     */
    List<Answer> take(String campaign, List<Reading> readings) {
        return within(calls, 1, () -> within(room, readings.size(), () -> answer(new Submission(campaign, readings))));
    }

    private static List<Answer> within(Semaphore limit, int size, Supplier<List<Answer>> work) {
        if (!limit.tryAcquire(size)) {
            throw new Busy(RETRY);
        }
        try {
            return work.get();
        } finally {
            limit.release(size);
        }
    }

    private List<Answer> answer(Submission submission) {
        enqueue(submission);
        return await(submission);
    }

    private void enqueue(Submission submission) {
        waiting.add(submission);
        try {
            writer.execute(this::handleWaiting);
        } catch (RejectedExecutionException shuttingDown) {
            throw givenUp(submission);
        }
    }

    private List<Answer> await(Submission submission) {
        try {
            return submission.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw givenUp(submission);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw givenUp(submission);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
        }
    }

    /** Nobody waits for its answer any more. */
    private Busy givenUp(Submission submission) {
        submission.answer().cancel(false);
        waiting.remove(submission);
        return new Busy(RETRY);
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
    private List<Submission> next() {
        List<Submission> batch = new ArrayList<>();
        int readings = 0;
        for (Submission one = waiting.poll(); one != null; one = readings < MOST_AT_ONCE ? waiting.poll() : null) {
            if (!one.answer().isDone()) {
                batch.add(one);
                readings += one.readings().size();
            }
        }
        return batch;
    }

    /** What cannot be handled does no harm to others: they are handled campaign by campaign, and then call by call. */
    private void handle(List<Submission> batch) {
        try {
            commit(batch);
        } catch (RuntimeException fault) {
            List<List<Submission>> parts = parts(batch, fault);
            if (parts.isEmpty()) {
                batch.forEach(one -> one.answer().completeExceptionally(told(fault)));
            }
            parts.forEach(this::handle);
        }
    }

    private void commit(List<Submission> batch) {
        if (!batch.isEmpty()) {
            transaction.execute(status -> judgement.of(batch)).forEach(Runnable::run);
        }
    }

    /** None where there is one call only, or where all wait for the lock of one campaign. */
    private static List<List<Submission>> parts(List<Submission> batch, RuntimeException fault) {
        Map<String, List<Submission>> byCampaign = batch.stream()
                .collect(Collectors.groupingBy(Submission::campaign, LinkedHashMap::new, Collectors.toList()));
        if (byCampaign.size() > 1) {
            return List.copyOf(byCampaign.values());
        }
        return batch.size() == 1 || fault instanceof ConcurrencyFailureException
                ? List.of()
                : batch.stream().map(List::of).toList();
    }

    private static RuntimeException told(RuntimeException fault) {
        return fault instanceof ConcurrencyFailureException ? new Busy(RETRY) : fault;
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
