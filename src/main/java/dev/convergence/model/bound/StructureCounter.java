package dev.convergence.model.bound;

import java.util.Optional;

/** Counts what lies within each other in a file, and says when it is too much. */
final class StructureCounter {

    private final ModelBoundsProperties bounds;
    private int depth;
    private int elements;

    StructureCounter(ModelBoundsProperties bounds) {
        this.bounds = bounds;
    }

    /** Why the file is too large with one more that begins here; empty where it is not. */
    Optional<String> begin() {
        depth++;
        elements++;
        if (depth > bounds.depth()) {
            return Optional.of("has elements more than " + bounds.depth()
                    + " deep within each other: call other processes instead of nesting");
        }
        return elements > bounds.elements()
                ? Optional.of("has more than " + bounds.elements() + " elements: divide it into several")
                : Optional.empty();
    }

    void end() {
        depth--;
    }
}
