package dev.convergence.adaptive.run;

import dev.convergence.engine.decision.DecisionTableEvaluator;
import dev.convergence.engine.variable.RefusalException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code live-period}: how long a campaign is live whose end nobody planned. */
@Component
class LivePeriodDecision {

    private static final String DECISION = "live-period";

    /** Five years: the calendars reach that far beyond every date. */
    private static final Duration LONGEST = Duration.ofDays(1827);

    private final DecisionTableEvaluator decisions;

    LivePeriodDecision(DecisionTableEvaluator decisions) {
        this.decisions = decisions;
    }

    /** @throws Refusal where no rule fits, or its answer is no duration */
    Duration of(String type, String priority) {
        List<Map<String, Object>> rows =
                decisions.evaluate(DECISION, Map.of("campaignType", type, "priority", priority));
        if (rows.isEmpty()) {
            throw new RefusalException(DECISION, "has no rule for " + type + " of " + priority + " priority");
        }
        String runs = String.valueOf(rows.get(0).get("runs"));
        try {
            Duration period = Duration.parse(runs);
            if (period.isNegative() || period.compareTo(LONGEST) > 0) {
                throw new RefusalException(
                        DECISION, runs + " is none of a campaign: at most " + LONGEST.toDays() + " days");
            }
            return period;
        } catch (DateTimeException unreadable) {
            throw new RefusalException(DECISION, runs + " is no duration such as P30D");
        }
    }
}
