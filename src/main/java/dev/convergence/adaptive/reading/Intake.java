package dev.convergence.adaptive.reading;

import dev.convergence.problem.Busy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Judgement judgement;
    private final TransactionTemplate transaction;
    private final Queue<Submission> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
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
        if (!room.tryAcquire(readings.size())) {
            throw new Busy(RETRY);
        }
        try {
            return await(enqueue(new Submission(campaign, readings)));
        } finally {
            room.release(readings.size());
        }
    }

    private Submission enqueue(Submission submission) {
        waiting.add(submission);
        try {
            writer.execute(this::handleWaiting);
        } catch (RejectedExecutionException shuttingDown) {
            submission.answer().cancel(false);
            throw new Busy(RETRY);
        }
        return submission;
    }

    private static List<Answer> await(Submission submission) {
        try {
            return submission.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            submission.answer().cancel(false);
            throw new Busy(RETRY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy(RETRY);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
        }
    }

    /** Runs once for each call; the first takes the work of those behind it along. */
    private void handleWaiting() {
        List<Submission> batch = next();
        try {
            handle(batch);
        } catch (RuntimeException fault) {
            batch.forEach(this::handleAlone);
        }
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

    private void handle(List<Submission> batch) {
        if (!batch.isEmpty()) {
            transaction.execute(status -> judgement.of(batch)).forEach(Runnable::run);
        }
    }

    /** What cannot be handled does no harm to others. */
    private void handleAlone(Submission submission) {
        try {
            handle(List.of(submission));
        } catch (RuntimeException fault) {
            submission.answer().completeExceptionally(fault);
        }
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
