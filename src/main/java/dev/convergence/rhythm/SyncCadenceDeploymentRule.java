package dev.convergence.rhythm;

import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.ProcessVariable;
import dev.convergence.model.DecisionSource;
import dev.convergence.model.DecisionSource.Cell;
import dev.convergence.model.DeploymentCandidate;
import dev.convergence.model.DeploymentRule;
import dev.convergence.model.Finding;
import dev.convergence.responsibility.GroupListParser;
import dev.convergence.responsibility.KnownGroupReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the cells of {@code sync-cadence} must say. Expressions are the engine's to judge. */
@Component
class SyncCadenceDeploymentRule implements DeploymentRule {

    private static final int LONGEST = 480;
    private static final String ORDINARY = new CampaignContext(null, null, Map.of()).priority();

    private final WorkingCalendarRegistry calendars;

    SyncCadenceDeploymentRule(WorkingCalendarRegistry calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Finding> findings(DeploymentCandidate deploymentCandidate) {
        return deploymentCandidate
                .tables(SyncCadenceDecision.DECISION)
                .flatMap(table -> Stream.concat(
                        table.rules().stream().flatMap(rule -> findings(table, rule, deploymentCandidate)),
                        withoutRule(table)))
                .toList();
    }

    private Stream<Finding> findings(
            DecisionSource.Table table, DecisionSource.Rule rule, DeploymentCandidate deploymentCandidate) {
        return Stream.of(
                        fault(rule, SyncCadenceDecision.EVERY, SyncCadenceDeploymentRule::faultOfEvery),
                        fault(rule, SyncCadenceDecision.WEEKDAY, text(SyncCadenceDeploymentRule::readWeekday)),
                        fault(rule, SyncCadenceDecision.AT, text(SyncCadenceDeploymentRule::readTime)),
                        fault(rule, SyncCadenceDecision.CALENDAR, text(calendars::named)),
                        fault(
                                rule,
                                SyncCadenceDecision.HOST,
                                cell -> groups(
                                        cell,
                                        host -> KnownGroupReader.faultsOfOne(host, deploymentCandidate).stream())),
                        fault(
                                rule,
                                SyncCadenceDecision.ATTENDANTS,
                                cell -> groups(cell, list -> unknown(list, deploymentCandidate))),
                        fault(rule, SyncCadenceDecision.MINUTES, SyncCadenceDeploymentRule::faultOfMinutes),
                        together(rule))
                .flatMap(Optional::stream)
                .map(fault -> new Finding(table.file(), fault.cell().id(), "cannot be used: " + fault.reason()));
    }

    private record Fault(Cell cell, String reason) {}

    private static Optional<Fault> fault(
            DecisionSource.Rule rule, ProcessVariable<?> column, Function<Cell, Optional<String>> check) {
        Cell cell = rule.output(column.name());
        return check.apply(cell).map(reason -> new Fault(cell, reason));
    }

    private static Optional<String> faultOfEvery(Cell cell) {
        return cell.isEmpty()
                ? Optional.of("it says not how often")
                : text(Interval::parse).apply(cell);
    }

    private static Optional<String> faultOfMinutes(Cell cell) {
        boolean right = cell.text().matches("\\d{1,3}")
                && Integer.parseInt(cell.text()) >= 1
                && Integer.parseInt(cell.text()) <= LONGEST;
        return right ? Optional.empty() : Optional.of("'" + cell.text() + "' is no number from 1 to " + LONGEST);
    }

    /** Days come at a time, working time does not; a day of the week comes round in whole weeks. */
    private static Optional<Fault> together(DecisionSource.Rule rule) {
        Cell every = rule.output(SyncCadenceDecision.EVERY.name());
        Cell weekday = rule.output(SyncCadenceDecision.WEEKDAY.name());
        Cell at = rule.output(SyncCadenceDecision.AT.name());
        return interval(every).flatMap(interval -> {
            boolean days = interval.time().isEmpty();
            if (days && at.isEmpty()) {
                return Optional.of(new Fault(at, "days need a time of the day"));
            }
            if (!days && !(at.isEmpty() && weekday.isEmpty())) {
                return Optional.of(
                        new Fault(every, "working time goes with no day of the week and no time of the day"));
            }
            return days && !weekday.isEmpty() && !interval.isWholeWeeks()
                    ? Optional.of(new Fault(weekday, "a day of the week needs an interval of whole weeks"))
                    : Optional.empty();
        });
    }

    private static Optional<Interval> interval(Cell every) {
        try {
            return every.literal().map(Interval::parse);
        } catch (IllegalArgumentException faultOfItsOwn) {
            return Optional.empty();
        }
    }

    /** No kind may be left without any rule for an ordinary campaign, which could not even begin. */
    private static Stream<Finding> withoutRule(DecisionSource.Table table) {
        return Arrays.stream(SyncKind.values())
                .filter(kind -> table.rules().stream().noneMatch(rule -> mayFit(rule, kind)))
                .map(kind -> new Finding(table.file(), table.id(), "has no rule for the kind '" + kind.id() + "'"));
    }

    private static boolean mayFit(DecisionSource.Rule rule, SyncKind kind) {
        return mayBe(rule.input(SyncProcess.SYNC_KIND.name()), kind.id())
                && mayBe(rule.input(CampaignContext.PRIORITY.name()), ORDINARY);
    }

    private static boolean mayBe(Cell cell, String value) {
        return cell.literal().map(value::equals).orElse(true);
    }

    private static Function<Cell, Optional<String>> text(Consumer<String> reading) {
        return cell -> cell.literal().flatMap(text -> {
            try {
                reading.accept(text);
                return Optional.empty();
            } catch (IllegalArgumentException fault) {
                return Optional.of(fault.getMessage());
            }
        });
    }

    private static Optional<String> groups(Cell cell, Function<String, Stream<String>> faults) {
        return cell.literal().flatMap(text -> faults.apply(text).findFirst());
    }

    private static Stream<String> unknown(String list, DeploymentCandidate deploymentCandidate) {
        return KnownGroupReader.unknown(GroupListParser.in(list), deploymentCandidate).stream()
                .map(group -> "names the group '" + group + "', which does not exist");
    }

    private static void readWeekday(String text) {
        boolean known = Arrays.stream(DayOfWeek.values()).map(Enum::name).anyMatch(text::equals);
        if (!known) {
            throw new IllegalArgumentException("'" + text + "' is no day such as MONDAY");
        }
    }

    private static void readTime(String text) {
        try {
            LocalTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day such as 10:00", unreadable);
        }
    }
}
