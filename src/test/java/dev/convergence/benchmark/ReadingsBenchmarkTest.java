package dev.convergence.benchmark;

/** A short form of the benchmark, for its code to go on working; its figures say nothing. */
class ReadingsBenchmarkTest extends ReadingsBenchmark {

    @Override
    Effort.OfReadings effort() {
        return Effort.OfReadings.SHORT;
    }
}
