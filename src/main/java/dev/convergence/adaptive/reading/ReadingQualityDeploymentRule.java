package dev.convergence.adaptive.reading;

import static dev.convergence.adaptive.rule.DecisionTableValidator.duration;
import static dev.convergence.adaptive.rule.DecisionTableValidator.number;
import static dev.convergence.adaptive.rule.DecisionTableValidator.optional;
import static dev.convergence.adaptive.rule.DecisionTableValidator.text;
import static dev.convergence.adaptive.rule.DecisionTableValidator.whole;

import dev.convergence.adaptive.reading.store.RecentReadingWindow;
import dev.convergence.adaptive.rule.DecisionTableValidator;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code reading-quality} must say. */
@Component
class ReadingQualityDeploymentRule implements DeploymentRule {

    private static final int LONGEST_JUMP = 30;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(ReadingQualityDecision.DECISION)
                .flatMap(ReadingQualityDeploymentRule::findings)
                .toList();
    }

    private static Stream<Finding> findings(DecisionSource.Table table) {
        DecisionTableValidator faults = new DecisionTableValidator(table)
                .hitPolicy("FIRST")
                .conditions()
                .column(ReadingQualityDecision.FRESHNESS, duration(A_MOMENT))
                .column(ReadingQualityDecision.AHEAD, duration(Duration.ZERO))
                .column(ReadingQualityDecision.LOWEST, optional(number()))
                .column(ReadingQualityDecision.HIGHEST, optional(number()))
                .rows(ReadingQualityDecision.HIGHEST, ReadingQualityDeploymentRule::faultOfRange)
                .column(ReadingQualityDecision.JUMP, optional(ReadingQualityDeploymentRule::faultOfJump))
                .column(ReadingQualityDecision.JUMP_AFTER, optional(whole(1, RecentReadingWindow.CERTAIN)));
        if (!endsWithARuleForAll(table)) {
            faults.at(table.id(), "its last rule must fit everything that has none of its own");
        }
        return faults.all();
    }

    private static Optional<String> faultOfRange(DecisionSource.Rule rule) {
        Optional<BigDecimal> lowest = number(rule.output(ReadingQualityDecision.LOWEST.name()));
        Optional<BigDecimal> highest = number(rule.output(ReadingQualityDecision.HIGHEST.name()));
        return highest.filter(top -> lowest.isPresent() && top.compareTo(lowest.get()) < 0)
                .map(top -> top + " is below the lowest");
    }

    private static Optional<String> faultOfJump(Cell cell) {
        return text(LONGEST_JUMP).apply(cell).or(() -> cell.literal().flatMap(words -> {
            try {
                JumpLimit.parse(words);
                return Optional.empty();
            } catch (IllegalArgumentException fault) {
                return Optional.of(fault.getMessage());
            }
        }));
    }

    private static boolean endsWithARuleForAll(DecisionSource.Table table) {
        List<DecisionSource.Rule> rules = table.rules();
        return !rules.isEmpty()
                && rules.get(rules.size() - 1).inputs().values().stream().allMatch(Cell::isEmpty);
    }
}
