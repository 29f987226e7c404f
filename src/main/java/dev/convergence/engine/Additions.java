package dev.convergence.engine;

import java.util.ArrayList;
import java.util.List;

/** The engine's lists of extensions, each of which is null until somebody has set it. */
final class Additions {

    private Additions() {}

    /** A new list: what is there already, and one more. */
    static <T> List<T> to(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
