package dev.convergence.adaptive.run;

import dev.convergence.engine.DecisionTables;
import dev.convergence.engine.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code live-period}: how long a campaign is live whose end nobody planned. */
@Component
class LivePeriod {

    private static final String DECISION = "live-period";

    private final DecisionTables decisions;

    LivePeriod(DecisionTables decisions) {
        this.decisions = decisions;
    }

    /** @throws Refusal where no rule fits, or its answer is no duration */
    Duration of(String type, String priority) {
        List<Map<String, Object>> rows =
                decisions.evaluate(DECISION, Map.of("campaignType", type, "priority", priority));
        if (rows.isEmpty()) {
            throw new Refusal(DECISION, "has no rule for " + type + " of " + priority + " priority");
        }
        String runs = String.valueOf(rows.get(0).get("runs"));
        try {
            return Duration.parse(runs);
        } catch (DateTimeException unreadable) {
            throw new Refusal(DECISION, runs + " is no duration such as P30D");
        }
    }
}
