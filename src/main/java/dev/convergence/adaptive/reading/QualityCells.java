package dev.convergence.adaptive.reading;

import static dev.convergence.adaptive.rule.TableFaults.duration;
import static dev.convergence.adaptive.rule.TableFaults.number;
import static dev.convergence.adaptive.rule.TableFaults.optional;
import static dev.convergence.adaptive.rule.TableFaults.text;
import static dev.convergence.adaptive.rule.TableFaults.whole;

import dev.convergence.adaptive.rule.TableFaults;
import dev.convergence.model.Candidate;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
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
class QualityCells implements DeploymentRule {

    private static final int LONGEST_JUMP = 30;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @Override
    public List<Finding> findings(Candidate candidate) {
        return candidate
                .tables(ReadingQuality.DECISION)
                .flatMap(QualityCells::findings)
                .toList();
    }

    private static Stream<Finding> findings(DecisionSource.Table table) {
        TableFaults faults = new TableFaults(table)
                .hitPolicy("FIRST")
                .conditions()
                .column(ReadingQuality.FRESHNESS, duration(A_MOMENT))
                .column(ReadingQuality.AHEAD, duration(Duration.ZERO))
                .column(ReadingQuality.LOWEST, optional(number()))
                .column(ReadingQuality.HIGHEST, optional(number()))
                .rows(ReadingQuality.HIGHEST, QualityCells::faultOfRange)
                .column(ReadingQuality.JUMP, optional(QualityCells::faultOfJump))
                .column(ReadingQuality.JUMP_AFTER, optional(whole(1, RecentReadings.CERTAIN)));
        if (!endsWithARuleForAll(table)) {
            faults.at(table.id(), "its last rule must fit everything that has none of its own");
        }
        return faults.all();
    }

    private static Optional<String> faultOfRange(DecisionSource.Rule rule) {
        Optional<BigDecimal> lowest = number(rule.output(ReadingQuality.LOWEST.name()));
        Optional<BigDecimal> highest = number(rule.output(ReadingQuality.HIGHEST.name()));
        return highest.filter(top -> lowest.isPresent() && top.compareTo(lowest.get()) < 0)
                .map(top -> top + " is below the lowest");
    }

    private static Optional<String> faultOfJump(Cell cell) {
        return text(LONGEST_JUMP).apply(cell).or(() -> cell.literal().flatMap(words -> {
            try {
                Jump.parse(words);
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
