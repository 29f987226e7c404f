package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.problem.BusyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReadingBatcherTest {

    private static final String POISON = "poison";
    private static final String LOCKED = "locked";
    private static final List<Reading> ONE = List.of(ReadingParser.parse(JsonNodeFactory.instance.objectNode()));

    private final ReadingProcessor readingProcessor = mock(ReadingProcessor.class);
    private final ReadingBatcher readingBatcher =
            new ReadingBatcher(readingProcessor, new TransactionTemplate(mock(PlatformTransactionManager.class)));
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void judge() {
        when(readingProcessor.of(any())).thenAnswer(call -> judged(call.getArgument(0)));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        readingBatcher.stop();
    }

    private List<Runnable> judged(List<PendingBatch> batch) throws InterruptedException {
        batches.add(batch.size());
        busy.countDown();
        gate.await();
        if (batch.stream().anyMatch(one -> one.campaign().equals(POISON))) {
            throw new IllegalStateException(POISON);
        }
        if (batch.stream().anyMatch(one -> one.campaign().equals(LOCKED))) {
            throw new CannotAcquireLockException(LOCKED);
        }
        return batch.stream()
                .map(one -> (Runnable) () -> one.answer().complete(List.of()))
                .toList();
    }

    @Test
    void whatWaitsGoesTogetherAndOnePoisonousCallHarmsNoOther() throws InterruptedException {
        CompletableFuture<List<ReadingResponse>> first = call("first", ONE);
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<List<ReadingResponse>>> good = List.of(call("a", ONE), call("b", ONE), call("c", ONE));
        CompletableFuture<List<ReadingResponse>> poison = call(POISON, ONE);
        waitFor(4);
        gate.countDown();

        assertThat(first.join()).isEmpty();
        assertThat(good).allSatisfy(one -> assertThat(one.join()).isEmpty());
        assertThatThrownBy(poison::join).isInstanceOf(CompletionException.class).hasRootCauseMessage(POISON);
        assertThat(batches)
                .as("the first, those that waited, and each of them alone")
                .containsExactly(1, 4, 1, 1, 1, 1);
    }

    @Test
    void whoComesWhenTooManyWaitIsToldAtOnce() throws InterruptedException {
        List<Reading> thousand = Collections.nCopies(1000, ONE.get(0));
        List<CompletableFuture<List<ReadingResponse>>> calls = new ArrayList<>();
        calls.add(call("a", thousand));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        for (int number = 0; number < 19; number++) {
            calls.add(call("a", thousand));
        }
        waitFor(19);

        assertThatThrownBy(() -> readingBatcher.take("a", ONE)).isInstanceOf(BusyException.class);
        gate.countDown();
        assertThat(calls).allSatisfy(one -> assertThat(one.join()).isEmpty());
        assertThat(readingBatcher.take("a", ONE)).isEmpty();
    }

    @Test
    void whoeverWaitsForALockIsToldSoAndHoldsUpNoOther() throws InterruptedException {
        CompletableFuture<List<ReadingResponse>> first = call("first", ONE);
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<List<ReadingResponse>>> locked =
                List.of(call(LOCKED, ONE), call(LOCKED, ONE), call(LOCKED, ONE));
        CompletableFuture<List<ReadingResponse>> good = call("a", ONE);
        waitFor(4);
        gate.countDown();

        assertThat(first.join()).isEmpty();
        assertThat(good.join()).isEmpty();
        assertThat(locked).allSatisfy(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(BusyException.class));
        assertThat(batches).as("the lock is asked for once more, for all").containsExactlyInAnyOrder(1, 4, 3, 1);
    }

    @Test
    void partOfTheWebServerStaysFreeForPeople() throws InterruptedException {
        List<CompletableFuture<List<ReadingResponse>>> calls = new ArrayList<>();
        calls.add(call("a", ONE));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        for (int number = 0; number < 149; number++) {
            calls.add(call("a", ONE));
        }
        waitFor(149);

        assertThatThrownBy(() -> readingBatcher.take("a", ONE)).isInstanceOf(BusyException.class);
        gate.countDown();
        assertThat(calls).allSatisfy(one -> assertThat(one.join()).isEmpty());
    }

    @Test
    void whoComesAtTheEndIsToldToTryAgain() {
        gate.countDown();
        assertThat(readingBatcher.isRunning()).isTrue();
        readingBatcher.stop();

        assertThat(readingBatcher.isRunning()).isFalse();
        assertThatThrownBy(() -> readingBatcher.take("a", ONE)).isInstanceOf(BusyException.class);
    }

    private CompletableFuture<List<ReadingResponse>> call(String campaign, List<Reading> readings) {
        return CompletableFuture.supplyAsync(
                () -> readingBatcher.take(campaign, readings), work -> new Thread(work).start());
    }

    /** Until so many calls wait behind the one that is being judged. */
    private void waitFor(int calls) {
        await().until(() -> readingBatcher.waiting() == calls);
    }
}
