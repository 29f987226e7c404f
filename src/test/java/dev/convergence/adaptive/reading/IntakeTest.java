package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.convergence.problem.Busy;
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

class IntakeTest {

    private static final String POISON = "poison";
    private static final String LOCKED = "locked";
    private static final List<Reading> ONE = List.of(ReadingParser.parse(JsonNodeFactory.instance.objectNode()));

    private final Judgement judgement = mock(Judgement.class);
    private final Intake intake =
            new Intake(judgement, new TransactionTemplate(mock(PlatformTransactionManager.class)));
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void judge() {
        when(judgement.of(any())).thenAnswer(call -> judged(call.getArgument(0)));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        intake.stop();
    }

    private List<Runnable> judged(List<Submission> batch) throws InterruptedException {
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
        CompletableFuture<List<Answer>> first = call("first", ONE);
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<List<Answer>>> good = List.of(call("a", ONE), call("b", ONE), call("c", ONE));
        CompletableFuture<List<Answer>> poison = call(POISON, ONE);
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
        List<CompletableFuture<List<Answer>>> calls = new ArrayList<>();
        calls.add(call("a", thousand));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        for (int number = 0; number < 19; number++) {
            calls.add(call("a", thousand));
        }
        waitFor(19);

        assertThatThrownBy(() -> intake.take("a", ONE)).isInstanceOf(Busy.class);
        gate.countDown();
        assertThat(calls).allSatisfy(one -> assertThat(one.join()).isEmpty());
        assertThat(intake.take("a", ONE)).isEmpty();
    }

    @Test
    void whoeverWaitsForALockIsToldSoAndHoldsUpNoOther() throws InterruptedException {
        CompletableFuture<List<Answer>> first = call("first", ONE);
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<List<Answer>>> locked = List.of(call(LOCKED, ONE), call(LOCKED, ONE), call(LOCKED, ONE));
        CompletableFuture<List<Answer>> good = call("a", ONE);
        waitFor(4);
        gate.countDown();

        assertThat(first.join()).isEmpty();
        assertThat(good.join()).isEmpty();
        assertThat(locked).allSatisfy(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(Busy.class));
        assertThat(batches).as("the lock is asked for once more, for all").containsExactlyInAnyOrder(1, 4, 3, 1);
    }

    @Test
    void partOfTheWebServerStaysFreeForPeople() throws InterruptedException {
        List<CompletableFuture<List<Answer>>> calls = new ArrayList<>();
        calls.add(call("a", ONE));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        for (int number = 0; number < 149; number++) {
            calls.add(call("a", ONE));
        }
        waitFor(149);

        assertThatThrownBy(() -> intake.take("a", ONE)).isInstanceOf(Busy.class);
        gate.countDown();
        assertThat(calls).allSatisfy(one -> assertThat(one.join()).isEmpty());
    }

    @Test
    void whoComesAtTheEndIsToldToTryAgain() {
        gate.countDown();
        assertThat(intake.isRunning()).isTrue();
        intake.stop();

        assertThat(intake.isRunning()).isFalse();
        assertThatThrownBy(() -> intake.take("a", ONE)).isInstanceOf(Busy.class);
    }

    private CompletableFuture<List<Answer>> call(String campaign, List<Reading> readings) {
        return CompletableFuture.supplyAsync(() -> intake.take(campaign, readings), work -> new Thread(work).start());
    }

    /** Until so many calls wait behind the one that is being judged. */
    private void waitFor(int calls) {
        await().until(() -> intake.waiting() == calls);
    }
}
