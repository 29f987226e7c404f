package dev.convergence.adaptive.reading;

import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import dev.convergence.engine.variable.ProcessVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code reading-quality}. What its cells may say is checked when it is deployed. */
@Component
class ReadingQualityDecision {

    static final String DECISION = "reading-quality";
    static final ProcessVariable<String> SOURCE = ProcessVariable.text("source");
    static final ProcessVariable<String> METRIC = ProcessVariable.text("metric");
    static final ProcessVariable<String> PRIORITY = ProcessVariable.text("priority");
    static final ProcessVariable<String> FRESHNESS = ProcessVariable.text("freshness");
    static final ProcessVariable<String> AHEAD = ProcessVariable.text("ahead");
    static final ProcessVariable<Number> LOWEST = new ProcessVariable<>("lowest", Number.class);
    static final ProcessVariable<Number> HIGHEST = new ProcessVariable<>("highest", Number.class);
    static final ProcessVariable<String> JUMP = ProcessVariable.text("jump");
    static final ProcessVariable<Number> JUMP_AFTER = new ProcessVariable<>("jumpAfter", Number.class);

    QualityPolicy of(CachedDecisionTableEvaluator.Snapshot tables, String source, String metric, String priority) {
        Map<String, Object> inputs = Map.of(SOURCE.name(), source, METRIC.name(), metric, PRIORITY.name(), priority);
        return quality(tables.evaluate(DECISION, inputs).get(0));
    }

    private static QualityPolicy quality(Map<String, Object> row) {
        return new QualityPolicy(
                Duration.parse(FRESHNESS.find(row).orElseThrow()),
                Duration.parse(AHEAD.find(row).orElseThrow()),
                decimal(row, LOWEST),
                decimal(row, HIGHEST),
                JUMP.find(row).map(JumpLimit::parse).orElse(null),
                JUMP_AFTER.find(row).map(Number::intValue).orElse(1));
    }

    /** Null where the cell is empty. */
    private static BigDecimal decimal(Map<String, Object> row, ProcessVariable<Number> column) {
        return column.find(row).map(value -> new BigDecimal(value.toString())).orElse(null);
    }
}
