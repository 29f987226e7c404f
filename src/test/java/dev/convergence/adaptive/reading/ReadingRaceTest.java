package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.adaptive.reading.store.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two intakes on one database, as on two nodes. */
class ReadingRaceTest extends ReadingSurface {

    private static final int CALLERS = 8;
    private static final int IDS = 60;

    private ReadingBatcher here;
    private ReadingBatcher there;

    @BeforeEach
    void startNodes(@Autowired ReadingProcessor readingProcessor, @Autowired TransactionTemplate transaction) {
        here = new ReadingBatcher(readingProcessor, transaction);
        there = new ReadingBatcher(readingProcessor, transaction);
    }

    @AfterEach
    void stopNodes() {
        here.stop();
        there.stop();
    }

    @Test
    void giveEachReadingOneVerdictAndEachCauseOneAction() throws Exception {
        String key = live();
        String other = live();

        List<Verdict> told = race(List.of(key, other));

        assertThat(told).hasSize(CALLERS * IDS * 2);
        assertThat(told).filteredOn(verdict -> verdict != Verdict.DUPLICATE).hasSize(IDS * 2);
        for (String campaign : List.of(key, other)) {
            assertThat(json(get("sales", door(campaign)), 200)).hasSize(IDS);
            assertThat(fired(campaign)).hasSize(3).doesNotHaveDuplicates();
            assertThat(followUps(campaign).stream().filter(one -> one.startsWith("dataDoubted")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** Everybody sends the same readings at once, one by one, half of them to each node. */
    private List<Verdict> race(List<String> keys) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<List<Verdict>>> answers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ReadingBatcher node = caller % 2 == 0 ? here : there;
                answers.add(callers.submit(() -> {
                    start.await();
                    return send(node, keys);
                }));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<List<Verdict>> answer : answers) {
                verdicts.addAll(answer.get());
            }
            return verdicts;
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<Verdict> send(ReadingBatcher node, List<String> keys) {
        return IntStream.range(0, IDS)
                .boxed()
                .flatMap(number -> keys.stream().flatMap(key -> node.take(key, List.of(parsed(number))).stream()))
                .map(ReadingResponse::verdict)
                .toList();
    }

    private static Reading parsed(int number) {
        return ReadingParser.parse(
                reading("r" + number, "email", "open-rate", "email", 0.1, MONDAY.minusSeconds(IDS - number)));
    }
}
