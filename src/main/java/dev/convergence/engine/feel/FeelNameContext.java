package dev.convergence.engine.feel;

import java.util.HashMap;
import java.util.Map;

/**
 * What names stand for, in units, at one place of an expression.
 *
 * @param known those that the expression itself gives a meaning
 * @param least what any name may come to here: within a filter, it may be one of the filtered
 */
record FeelNameContext(Map<String, Long> known, long least) {

    static final FeelNameContext NONE = new FeelNameContext(Map.of(), 0);

    long units(String name) {
        return Math.max(known.getOrDefault(name, FeelBounds.INPUT), least);
    }

    FeelNameContext with(String name, long units) {
        Map<String, Long> all = new HashMap<>(known);
        all.put(name, units);
        return new FeelNameContext(all, least);
    }

    FeelNameContext within(long units) {
        return new FeelNameContext(known, Math.max(least, units));
    }
}
