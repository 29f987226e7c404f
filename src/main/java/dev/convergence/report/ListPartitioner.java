package dev.convergence.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parts of a list, each no longer than one statement may well have parameters. */
final class ListPartitioner {

    private static final int LONGEST = 1000;

    private ListPartitioner() {}

    static <T> Stream<List<T>> of(List<T> all) {
        return IntStream.iterate(0, first -> first < all.size(), first -> first + LONGEST)
                .mapToObj(first -> all.subList(first, Math.min(all.size(), first + LONGEST)));
    }
}
