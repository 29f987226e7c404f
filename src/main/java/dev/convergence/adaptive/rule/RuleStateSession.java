package dev.convergence.adaptive.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where the rules of some campaigns stand, while their locks are held. */
final class RuleStateSession {

    record Key(String campaign, String rule, String series) {}

    /** @param firedAt null where it never did */
    record State(boolean armed, Instant firedAt) {}

    private static final State FRESH = new State(true, null);

    private final Map<Key, State> states;
    private final Set<Key> stored;
    private final Set<Key> changed = new HashSet<>();

    RuleStateSession(Map<Key, State> stored) {
        this.states = new HashMap<>(stored);
        this.stored = Set.copyOf(stored.keySet());
    }

    boolean isArmed(Key key) {
        return states.getOrDefault(key, FRESH).armed();
    }

    /** When the rule's action was last taken, for whatever series of the campaign; null where it never was. */
    Instant lastFired(String campaign, String rule) {
        return states.entrySet().stream()
                .filter(entry -> entry.getKey().campaign().equals(campaign)
                        && entry.getKey().rule().equals(rule))
                .map(entry -> entry.getValue().firedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    void fired(Key key, Instant now) {
        set(key, new State(false, now));
    }

    void released(Key key) {
        set(key, new State(true, states.getOrDefault(key, FRESH).firedAt()));
    }

    private void set(Key key, State state) {
        states.put(key, state);
        changed.add(key);
    }

    /** What is new or different. */
    Map<Key, State> changes() {
        Map<Key, State> changes = new HashMap<>();
        changed.forEach(key -> changes.put(key, states.get(key)));
        return changes;
    }

    boolean isStored(Key key) {
        return stored.contains(key);
    }
}
