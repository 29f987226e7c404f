package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.source.state.SourceCatalog;
import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import dev.convergence.engine.variable.ProcessVariable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision {@code reading-sources}. What its cells may say is checked when it is deployed. */
@Component
public class ReadingSourcesDecision implements SourceCatalog {

    static final ProcessVariable<String> SOURCE = ProcessVariable.text("source");
    static final ProcessVariable<String> NAME = ProcessVariable.text("name");
    static final ProcessVariable<String> OWNER = ProcessVariable.text("owner");
    static final ProcessVariable<String> HEARTBEAT = ProcessVariable.text("heartbeat");
    static final ProcessVariable<Number> RESUMES_AFTER = new ProcessVariable<>("resumesAfter", Number.class);

    private final CachedDecisionTableEvaluator decisions;

    ReadingSourcesDecision(CachedDecisionTableEvaluator decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Source> find(String id) {
        return find(decisions.now(), id);
    }

    @Override
    public List<Source> all() {
        CachedDecisionTableEvaluator.Snapshot tables = decisions.now();
        return tables.inputs(DECISION, SOURCE.name()).stream()
                .flatMap(id -> find(tables, id).stream())
                .toList();
    }

    Optional<Source> find(CachedDecisionTableEvaluator.Snapshot tables, String id) {
        return tables.evaluate(DECISION, Map.of(SOURCE.name(), id)).stream()
                .findFirst()
                .map(row -> source(id, row));
    }

    private static Source source(String id, Map<String, Object> row) {
        return new Source(
                id,
                NAME.find(row).orElse(id),
                OWNER.find(row).orElseThrow(),
                Duration.parse(HEARTBEAT.find(row).orElseThrow()),
                RESUMES_AFTER.find(row).map(Number::intValue).orElse(null));
    }
}
