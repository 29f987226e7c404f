package dev.convergence.adaptive.reading;

import dev.convergence.engine.DecisionsBeside;
import dev.convergence.engine.Variable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code reading-quality}. What its cells may say is checked when it is deployed. */
@Component
class ReadingQuality {

    static final String DECISION = "reading-quality";
    static final Variable<String> SOURCE = Variable.text("source");
    static final Variable<String> METRIC = Variable.text("metric");
    static final Variable<String> PRIORITY = Variable.text("priority");
    static final Variable<String> FRESHNESS = Variable.text("freshness");
    static final Variable<String> AHEAD = Variable.text("ahead");
    static final Variable<Number> LOWEST = new Variable<>("lowest", Number.class);
    static final Variable<Number> HIGHEST = new Variable<>("highest", Number.class);
    static final Variable<String> JUMP = Variable.text("jump");
    static final Variable<Number> JUMP_AFTER = new Variable<>("jumpAfter", Number.class);

    Quality of(DecisionsBeside.Snapshot tables, String source, String metric, String priority) {
        Map<String, Object> inputs = Map.of(SOURCE.name(), source, METRIC.name(), metric, PRIORITY.name(), priority);
        return quality(tables.evaluate(DECISION, inputs).get(0));
    }

    private static Quality quality(Map<String, Object> row) {
        return new Quality(
                Duration.parse(FRESHNESS.find(row).orElseThrow()),
                Duration.parse(AHEAD.find(row).orElseThrow()),
                decimal(row, LOWEST),
                decimal(row, HIGHEST),
                JUMP.find(row).map(Jump::parse).orElse(null),
                JUMP_AFTER.find(row).map(Number::intValue).orElse(1));
    }

    /** Null where the cell is empty. */
    private static BigDecimal decimal(Map<String, Object> row, Variable<Number> column) {
        return column.find(row).map(value -> new BigDecimal(value.toString())).orElse(null);
    }
}
