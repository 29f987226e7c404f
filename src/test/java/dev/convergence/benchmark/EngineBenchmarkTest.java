package dev.convergence.benchmark;

/** A short form of the benchmark, for its code to go on working; its figures say nothing. */
class EngineBenchmarkTest extends EngineBenchmark {

    @Override
    Effort.OfEngine effort() {
        return Effort.OfEngine.SHORT;
    }
}
