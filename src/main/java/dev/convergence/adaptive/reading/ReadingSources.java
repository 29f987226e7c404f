package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.source.Sources;
import dev.convergence.engine.DecisionsBeside;
import dev.convergence.engine.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decision {@code reading-sources}. What its cells may say is checked when it is deployed. */
@Component
class ReadingSources implements Sources {

    static final Variable<String> SOURCE = Variable.text("source");
    static final Variable<String> NAME = Variable.text("name");
    static final Variable<String> OWNER = Variable.text("owner");
    static final Variable<String> HEARTBEAT = Variable.text("heartbeat");
    static final Variable<Number> RESUMES_AFTER = new Variable<>("resumesAfter", Number.class);

    private final DecisionsBeside decisions;

    ReadingSources(DecisionsBeside decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Source> find(String id) {
        return find(decisions.now(), id);
    }

    @Override
    public List<Source> all() {
        DecisionsBeside.Snapshot tables = decisions.now();
        return tables.inputs(DECISION, SOURCE.name()).stream()
                .flatMap(id -> find(tables, id).stream())
                .toList();
    }

    Optional<Source> find(DecisionsBeside.Snapshot tables, String id) {
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
