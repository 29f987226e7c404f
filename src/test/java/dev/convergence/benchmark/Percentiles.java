package dev.convergence.benchmark;

import java.util.stream.DoubleStream;

/** How long so many in a hundred took at most. Milliseconds in their order. */
record Percentiles(double[] sorted) {

    static Percentiles of(DoubleStream millis) {
        return new Percentiles(millis.sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    double millis(int percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, index)];
    }

    double seconds(int percent) {
        return millis(percent) / 1000;
    }
}
