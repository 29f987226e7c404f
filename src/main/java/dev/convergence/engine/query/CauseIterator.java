package dev.convergence.engine.query;

import java.util.Objects;
import java.util.stream.Stream;

/** What a failure came of. */
public final class CauseIterator {

    private CauseIterator() {}

    /** The failure and all its causes, the failure first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
