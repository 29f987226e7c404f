package dev.convergence.adaptive.rule;

import static dev.convergence.adaptive.rule.DecisionTableValidator.duration;
import static dev.convergence.adaptive.rule.DecisionTableValidator.number;
import static dev.convergence.adaptive.rule.DecisionTableValidator.optional;
import static dev.convergence.adaptive.rule.DecisionTableValidator.text;
import static dev.convergence.adaptive.rule.DecisionTableValidator.whole;
import static dev.convergence.adaptive.rule.DecisionTableValidator.word;

import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code adaptation-rules} must say. */
@Component
class AdaptationRulesDeploymentRule implements DeploymentRule {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 1000;
    /** As many readings as a series remembers for certain. */
    private static final int MOST_READINGS = 20;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String BUDGET = name(ActionKind.BUDGET);
    private static final String BELOW = name(AdaptationRule.Side.BELOW);
    private static final String ABOVE = name(AdaptationRule.Side.ABOVE);

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(AdaptationRulesDecision.DECISION)
                .flatMap(AdaptationRulesDeploymentRule::findings)
                .toList();
    }

    private static Stream<Finding> findings(DecisionSource.Table table) {
        return new DecisionTableValidator(table)
                .hitPolicy("COLLECT", "RULE_ORDER")
                .conditions()
                .column(AdaptationRulesDecision.RULE, text(LONGEST_NAME))
                .column(AdaptationRulesDecision.WHEN, word(names(AdaptationRule.Side.values())))
                .column(AdaptationRulesDecision.THRESHOLD, number())
                .column(AdaptationRulesDecision.RELEASE, optional(number()))
                .rows(AdaptationRulesDecision.RELEASE, AdaptationRulesDeploymentRule::faultOfRelease)
                .column(AdaptationRulesDecision.READINGS, whole(1, MOST_READINGS))
                .column(AdaptationRulesDecision.WINDOW, duration(A_MOMENT))
                .column(AdaptationRulesDecision.AFTER, duration(Duration.ZERO))
                .column(AdaptationRulesDecision.COOL_DOWN, duration(Duration.ZERO))
                .column(AdaptationRulesDecision.ACTION, word(names(ActionKind.values())))
                .column(AdaptationRulesDecision.FROM, optional(text(LONGEST_NAME)))
                .column(AdaptationRulesDecision.TO, optional(text(LONGEST_NAME)))
                .rows(AdaptationRulesDecision.FROM, rule -> missingOfBudget(rule, AdaptationRulesDecision.FROM))
                .rows(AdaptationRulesDecision.TO, rule -> missingOfBudget(rule, AdaptationRulesDecision.TO))
                .rows(AdaptationRulesDecision.SHARE, AdaptationRulesDeploymentRule::faultOfShare)
                .column(AdaptationRulesDecision.DETAIL, optional(text(LONGEST_TEXT)))
                .column(AdaptationRulesDecision.REASON, text(LONGEST_TEXT))
                .all();
    }

    /** Otherwise it would fire and be ready to fire again at once. */
    private static Optional<String> faultOfRelease(DecisionSource.Rule rule) {
        Optional<BigDecimal> threshold = number(rule.output(AdaptationRulesDecision.THRESHOLD.name()));
        Optional<BigDecimal> release = number(rule.output(AdaptationRulesDecision.RELEASE.name()));
        if (threshold.isEmpty() || release.isEmpty()) {
            return Optional.empty();
        }
        int side = release.get().compareTo(threshold.get());
        return rule.output(AdaptationRulesDecision.WHEN.name())
                .literal()
                .filter(when -> when.equals(BELOW) && side < 0 || when.equals(ABOVE) && side > 0)
                .map(fault -> "it lies on the side of the threshold where the rule fires");
    }

    private static Optional<String> missingOfBudget(DecisionSource.Rule rule, ProcessVariable<String> column) {
        return Optional.of("budget needs a channel here")
                .filter(fault -> movesBudget(rule) && rule.output(column.name()).isEmpty());
    }

    private static Optional<String> faultOfShare(DecisionSource.Rule rule) {
        Cell cell = rule.output(AdaptationRulesDecision.SHARE.name());
        if (!movesBudget(rule)) {
            return cell.isEmpty() ? Optional.empty() : Optional.of("only the action " + BUDGET + " moves a share");
        }
        return number(cell)
                        .filter(share -> share.signum() > 0 && share.compareTo(WHOLE) <= 0)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("'" + cell.text() + "' is no share above 0 and up to " + WHOLE);
    }

    private static boolean movesBudget(DecisionSource.Rule rule) {
        return rule.output(AdaptationRulesDecision.ACTION.name())
                .literal()
                .filter(BUDGET::equals)
                .isPresent();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map((Function<Enum<?>, String>) AdaptationRulesDeploymentRule::name)
                .toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
