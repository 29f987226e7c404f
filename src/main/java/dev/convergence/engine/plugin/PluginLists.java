package dev.convergence.engine.plugin;

import java.util.ArrayList;
import java.util.List;

/** The engine's lists of extensions, each of which is null until somebody has set it. */
public final class PluginLists {

    private PluginLists() {}

    /** A new list: what is there already, and one more. */
    public static <T> List<T> to(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }

    /** The same, with the one more in front. */
    public static <T> List<T> before(List<T> present, T added) {
        List<T> all = new ArrayList<>(List.of(added));
        if (present != null) {
            all.addAll(present);
        }
        return all;
    }
}
