package dev.convergence.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Several senders at once, each over its own connection. */
final class Crowd implements AutoCloseable {

    private static final double NANOS_OF_MILLI = 1e6;

    private final int senders;
    private final ExecutorService threads;

    Crowd(int senders) {
        this.senders = senders;
        this.threads = Executors.newFixedThreadPool(senders);
    }

    /** What was sent within so many seconds, and how long each sending took from when it should have begun. */
    record Sent(int count, double seconds, Percentiles latency) {

        double perSecond() {
            return count / seconds;
        }
    }

    /** Does something for each, by several at once. */
    <T> void forEach(List<T> all, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        everyone(sender -> {
            for (int place = next.getAndIncrement(); place < all.size(); place = next.getAndIncrement()) {
                work.accept(all.get(place));
            }
            return List.of();
        });
    }

    /** Each sends its next as soon as the last is answered; all get numbers that nobody else has, from 0 on. */
    Sent flatOut(Duration time, IntConsumer send) {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Double> took = everyone(sender -> {
            List<Double> mine = new ArrayList<>();
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                send.accept(next.getAndIncrement());
                mine.add((System.nanoTime() - now) / NANOS_OF_MILLI);
            }
            return mine;
        });
        return sent(took, begin);
    }

    /**
     * So many a second, each at its own moment. Whoever is late because an answer was late says so: the time runs from
     * the moment at which the sending was due.
     */
    Sent paced(int perSecond, Duration time, IntConsumer send) {
        AtomicInteger next = new AtomicInteger();
        int all = Math.toIntExact(perSecond * time.toSeconds());
        long begin = System.nanoTime();
        List<Double> took = everyone(sender -> {
            List<Double> mine = new ArrayList<>();
            for (int number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
                long due = begin + number * 1_000_000_000L / perSecond;
                waitUntil(due);
                send.accept(number);
                mine.add((System.nanoTime() - due) / NANOS_OF_MILLI);
            }
            return mine;
        });
        return sent(took, begin);
    }

    static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Sent sent(List<Double> took, long begin) {
        return new Sent(
                took.size(),
                (System.nanoTime() - begin) / 1e9,
                Percentiles.of(took.stream().mapToDouble(Double::doubleValue)));
    }

    private List<Double> everyone(Sender work) {
        List<Callable<List<Double>>> calls = Stream.iterate(0, sender -> sender + 1)
                .limit(senders)
                .<Callable<List<Double>>>map(sender -> () -> work.send(sender))
                .toList();
        try {
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> call : threads.invokeAll(calls)) {
                all.addAll(call.get());
            }
            return all;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** What one of them does; how long each sending took, in milliseconds. */
    private interface Sender {
        List<Double> send(int sender);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
