package dev.convergence.adaptive.rule;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.action.ActionKind;
import dev.convergence.engine.DecisionsBeside;
import dev.convergence.engine.Variable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The decision {@code adaptation-rules}. What its cells may say is checked when it is deployed. */
@Component
class AdaptationRules implements Thresholds {

    static final String DECISION = "adaptation-rules";

    static final Variable<String> CAMPAIGN = Variable.text("campaign");
    static final Variable<String> CAMPAIGN_TYPE = Variable.text("campaignType");
    static final Variable<String> PRIORITY = Variable.text("priority");
    static final Variable<String> METRIC = Variable.text("metric");
    static final Variable<String> CHANNEL = Variable.text("channel");

    static final Variable<String> RULE = Variable.text("rule");
    static final Variable<String> WHEN = Variable.text("when");
    static final Variable<Number> THRESHOLD = number("threshold");
    static final Variable<Number> RELEASE = number("release");
    static final Variable<Number> READINGS = number("readings");
    static final Variable<String> WINDOW = Variable.text("window");
    static final Variable<String> AFTER = Variable.text("after");
    static final Variable<String> ACTION = Variable.text("action");
    static final Variable<String> FROM = Variable.text("from");
    static final Variable<String> TO = Variable.text("to");
    static final Variable<Number> SHARE = number("share");
    static final Variable<String> DETAIL = Variable.text("detail");
    static final Variable<String> COOL_DOWN = Variable.text("coolDown");
    static final Variable<String> REASON = Variable.text("reason");

    private final DecisionsBeside decisions;

    AdaptationRules(DecisionsBeside decisions) {
        this.decisions = decisions;
    }

    private static Variable<Number> number(String column) {
        return new Variable<>(column, Number.class);
    }

    @Override
    public List<Threshold> of(AdaptiveCampaign campaign, String metric, String channel) {
        return of(decisions.now(), campaign, metric, channel).stream()
                .map(rule -> new Threshold(
                        rule.id(), rule.side().name().toLowerCase(Locale.ROOT), rule.threshold(), rule.release()))
                .toList();
    }

    /** Those that fit, in their order; of several with one id the first. */
    List<AdaptationRule> of(DecisionsBeside.Snapshot tables, AdaptiveCampaign campaign, String metric, String channel) {
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

    private static String upper(Map<String, Object> row, Variable<String> column) {
        return column.find(row).orElseThrow().toUpperCase(Locale.ROOT);
    }

    /** Null where the cell is empty. */
    private static BigDecimal decimal(Map<String, Object> row, Variable<Number> column) {
        return column.find(row).map(value -> new BigDecimal(value.toString())).orElse(null);
    }

    private static Duration duration(Map<String, Object> row, Variable<String> column) {
        return column.find(row).map(Duration::parse).orElse(Duration.ZERO);
    }
}
