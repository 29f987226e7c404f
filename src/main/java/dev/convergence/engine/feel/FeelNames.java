package dev.convergence.engine.feel;

import java.util.HashMap;
import java.util.Map;

/**
 * What names stand for, in units, at one place of an expression.
 *
 * @param known those that the expression itself gives a meaning
 * @param least what any name may come to here: within a filter, it may be one of the filtered
 */
record FeelNames(Map<String, Long> known, long least) {

    static final FeelNames NONE = new FeelNames(Map.of(), 0);

    long units(String name) {
        return Math.max(known.getOrDefault(name, FeelBounds.INPUT), least);
    }

    FeelNames with(String name, long units) {
        Map<String, Long> all = new HashMap<>(known);
        all.put(name, units);
        return new FeelNames(all, least);
    }

    FeelNames within(long units) {
        return new FeelNames(known, Math.max(least, units));
    }
}
