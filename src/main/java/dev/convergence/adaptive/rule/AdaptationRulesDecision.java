package dev.convergence.adaptive.rule;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import dev.convergence.engine.variable.ProcessVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code adaptation-rules}. What its cells may say is checked when it is deployed. */
@Component
class AdaptationRulesDecision implements ThresholdReader {

    static final String DECISION = "adaptation-rules";

    static final ProcessVariable<String> CAMPAIGN = ProcessVariable.text("campaign");
    static final ProcessVariable<String> CAMPAIGN_TYPE = ProcessVariable.text("campaignType");
    static final ProcessVariable<String> PRIORITY = ProcessVariable.text("priority");
    static final ProcessVariable<String> METRIC = ProcessVariable.text("metric");
    static final ProcessVariable<String> CHANNEL = ProcessVariable.text("channel");

    static final ProcessVariable<String> RULE = ProcessVariable.text("rule");
    static final ProcessVariable<String> WHEN = ProcessVariable.text("when");
    static final ProcessVariable<Number> THRESHOLD = number("threshold");
    static final ProcessVariable<Number> RELEASE = number("release");
    static final ProcessVariable<Number> READINGS = number("readings");
    static final ProcessVariable<String> WINDOW = ProcessVariable.text("window");
    static final ProcessVariable<String> AFTER = ProcessVariable.text("after");
    static final ProcessVariable<String> ACTION = ProcessVariable.text("action");
    static final ProcessVariable<String> FROM = ProcessVariable.text("from");
    static final ProcessVariable<String> TO = ProcessVariable.text("to");
    static final ProcessVariable<Number> SHARE = number("share");
    static final ProcessVariable<String> DETAIL = ProcessVariable.text("detail");
    static final ProcessVariable<String> COOL_DOWN = ProcessVariable.text("coolDown");
    static final ProcessVariable<String> REASON = ProcessVariable.text("reason");

    private final CachedDecisionTableEvaluator decisions;

    AdaptationRulesDecision(CachedDecisionTableEvaluator decisions) {
        this.decisions = decisions;
    }

    private static ProcessVariable<Number> number(String column) {
        return new ProcessVariable<>(column, Number.class);
    }

    @Override
    public List<Threshold> of(AdaptiveCampaign campaign, String metric, String channel) {
        return of(decisions.now(), campaign, metric, channel).stream()
                .map(rule -> new Threshold(
                        rule.id(), rule.side().name().toLowerCase(Locale.ROOT), rule.threshold(), rule.release()))
                .toList();
    }

    /** Those that fit, in their order; of several with one id the first. */
    List<AdaptationRule> of(
            CachedDecisionTableEvaluator.Snapshot tables, AdaptiveCampaign campaign, String metric, String channel) {
        Map<String, Object> inputs = Map.of(
                CAMPAIGN.name(), campaign.key(),
                CAMPAIGN_TYPE.name(), campaign.type(),
                PRIORITY.name(), campaign.priority(),
                METRIC.name(), metric,
                CHANNEL.name(), channel);
        Map<String, AdaptationRule> rules = new LinkedHashMap<>();
        tables.evaluate(DECISION, inputs)
                .forEach(row -> rules.putIfAbsent(RULE.find(row).orElseThrow(), rule(row)));
        return List.copyOf(rules.values());
    }

    private static AdaptationRule rule(Map<String, Object> row) {
        BigDecimal threshold = decimal(row, THRESHOLD);
        BigDecimal release = decimal(row, RELEASE);
        return new AdaptationRule(
                RULE.find(row).orElseThrow(),
                AdaptationRule.Side.valueOf(upper(row, WHEN)),
                threshold,
                release == null ? threshold : release,
                READINGS.find(row).map(Number::intValue).orElse(1),
                duration(row, WINDOW),
                duration(row, AFTER),
                ActionKind.valueOf(upper(row, ACTION)),
                FROM.find(row).orElse(null),
                TO.find(row).orElse(null),
                decimal(row, SHARE),
                DETAIL.find(row).orElse(""),
                duration(row, COOL_DOWN),
                REASON.find(row).orElseThrow());
    }

    private static String upper(Map<String, Object> row, ProcessVariable<String> column) {
        return column.find(row).orElseThrow().toUpperCase(Locale.ROOT);
    }

    /** Null where the cell is empty. */
    private static BigDecimal decimal(Map<String, Object> row, ProcessVariable<Number> column) {
        return column.find(row).map(value -> new BigDecimal(value.toString())).orElse(null);
    }

    private static Duration duration(Map<String, Object> row, ProcessVariable<String> column) {
        return column.find(row).map(Duration::parse).orElse(Duration.ZERO);
    }
}
