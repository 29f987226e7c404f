package dev.convergence.problem;

import dev.convergence.engine.failure.CommandFailureContext;
import dev.convergence.engine.query.CauseIterator;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.support.RetryTemplate;

/**
 * Does again what was undone because somebody else was first. What a person asks for must not fail of a timer that fires
 * at the same moment: the second time it is checked against what is there then, so that whoever lost to another person's
 * decision is told so.
 */
public final class LostRaceRetryPolicy {

    private static final int MOST_ATTEMPTS = 8;

    /** What is missing may have moved on a moment ago, and is more often just not there. */
    private static final int ATTEMPTS_FOR_MISSING = 3;

    private static final long FIRST_WAIT_MILLIS = 20;
    private static final double GROWTH = 2;
    private static final long LONGEST_WAIT_MILLIS = 400;

    /** Other transactions were first: a deadlock, or a row that changed. */
    private static final String ROLLED_BACK = "40";

    /** What it belongs to was taken away meanwhile. */
    private static final String PARENT_GONE = "23503";

    /** It has been waited for long enough. */
    private static final String LOCK_TIMEOUT = "55P03";

    private static final RetryTemplate RACES = template(1);
    private static final RetryTemplate RACES_FOR_WHAT_WAS_FOUND = template(ATTEMPTS_FOR_MISSING);

    private LostRaceRetryPolicy() {}

    /** What is done again. */
    @FunctionalInterface
    public interface Attempt<T, E extends Throwable> {

        T make() throws E;
    }

    /**
     * For what is asked for by an id that the caller has. About 1.4 seconds after the first attempt it is given up.
     *
     * @throws E what the last attempt failed of
     */
    static <T, E extends Throwable> T ofOne(Attempt<T, E> attempt) throws E {
        return RACES.execute((RetryCallback<T, E>) context -> attempt.make());
    }

    /** The same for what looks for things first, and misses them when it acts on them. */
    public static <T, E extends Throwable> T ofFound(Attempt<T, E> attempt) throws E {
        return RACES_FOR_WHAT_WAS_FOUND.execute((RetryCallback<T, E>) context -> attempt.make());
    }

    /** Whether something failed of what others did at the same moment, or of the wait for them. */
    static boolean isConflict(Throwable failure) {
        return isLost(failure)
                || causes(failure).anyMatch(cause -> StorageFaultClassifier.hasState(cause, LOCK_TIMEOUT));
    }

    private static RetryTemplate template(int attemptsForMissing) {
        return RetryTemplate.builder()
                .customPolicy(new RacePolicy(attemptsForMissing))
                .exponentialBackoff(FIRST_WAIT_MILLIS, GROWTH, LONGEST_WAIT_MILLIS, true)
                .withListener(new CountingListener())
                .build();
    }

    private static boolean isLost(Throwable failure) {
        return causes(failure).noneMatch(cause -> StorageFaultClassifier.hasState(cause, LOCK_TIMEOUT))
                && causes(failure)
                        .anyMatch(cause -> cause instanceof OptimisticLockingException
                                || cause instanceof ConcurrencyFailureException
                                || StorageFaultClassifier.hasState(cause, ROLLED_BACK)
                                || StorageFaultClassifier.hasState(cause, PARENT_GONE));
    }

    private static boolean isGone(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof NullValueException || cause instanceof MismatchingMessageCorrelationException);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return CauseIterator.of(failure).flatMap(cause -> Stream.concat(Stream.of(cause), replacedBy(cause).stream()));
    }

    /** The engine's REST replaces some failures by one that has nothing but their message. */
    private static Optional<Throwable> replacedBy(Throwable cause) {
        return cause instanceof RestException && cause.getCause() == null
                ? CommandFailureContext.last(cause.getMessage())
                : Optional.empty();
    }

    private static final class RacePolicy extends SimpleRetryPolicy {

        private static final long serialVersionUID = 1L;

        private final int attemptsForMissing;

        private RacePolicy(int attemptsForMissing) {
            super(MOST_ATTEMPTS);
            this.attemptsForMissing = attemptsForMissing;
        }

        @Override
        public boolean canRetry(RetryContext context) {
            Throwable last = context.getLastThrowable();
            return last == null || context.getRetryCount() < attempts(last);
        }

        private int attempts(Throwable failure) {
            if (isLost(failure)) {
                return MOST_ATTEMPTS;
            }
            return isGone(failure) ? attemptsForMissing : 1;
        }
    }

    private static final class CountingListener implements RetryListener {

        @Override
        public <T, E extends Throwable> void onError(
                RetryContext context, RetryCallback<T, E> again, Throwable failure) {
            if (isLost(failure)) {
                Metrics.counter("convergence.lost.races").increment();
            }
        }
    }
}
