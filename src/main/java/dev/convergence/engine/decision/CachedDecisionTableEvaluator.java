package dev.convergence.engine.decision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Decision tables as process owners deployed them last, evaluated without the engine's tables: for what is asked so often
 * that the engine would be the bottleneck. Each table is read once per version.
 */
@Component
public class CachedDecisionTableEvaluator {

    /** A deployment that was taken away leaves no stamp. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final DecisionStampRepository stamp;
    private final DecisionParser parsed;
    private final AtomicReference<Snapshot> latest = new AtomicReference<>();

    CachedDecisionTableEvaluator(DecisionStampRepository stamp, DecisionParser parsed) {
        this.stamp = stamp;
        this.parsed = parsed;
    }

    /** The decisions as they stand now, at the price of one query on a table of our own. */
    public Snapshot now() {
        long present = stamp.now();
        Snapshot known = latest.get();
        if (known != null && known.stamp == present && !known.isOld()) {
            return known;
        }
        Snapshot fresh = new Snapshot(present, known == null ? Map.of() : known.tables);
        latest.set(fresh);
        return fresh;
    }

    /** All decisions at one moment. */
    public final class Snapshot {

        private final long stamp;
        private final long since = System.nanoTime();
        private final Map<String, ParsedDecision> before;
        private final Map<String, ParsedDecision> tables = new ConcurrentHashMap<>();

        private Snapshot(long stamp, Map<String, ParsedDecision> before) {
            this.stamp = stamp;
            this.before = before;
        }

        /** The output of each matching rule, in the order of the rules; the same list for the same inputs. */
        public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
            return table(decision).evaluate(inputs);
        }

        /** The texts in quotes of an input column, in the order of the rules. */
        public List<String> inputs(String decision, String column) {
            return table(decision).inputs(column);
        }

        private ParsedDecision table(String decision) {
            return tables.computeIfAbsent(decision, id -> parsed.latest(id, before.get(id)));
        }

        private boolean isOld() {
            return System.nanoTime() - since > LOOK_AGAIN.toNanos();
        }
    }
}
