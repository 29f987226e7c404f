package dev.convergence.adaptive.view;

import dev.convergence.adaptive.action.ledger.ChannelBudget;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each channel had when, as the ledger has it before and after each action. */
final class BudgetHistoryReader {

    private BudgetHistoryReader() {}

    /** At some time the channels had these budgets, as far as they are named. */
    private record Change(Instant at, Map<String, BigDecimal> budgets) {}

    /**
     * @param actions the oldest first
     * @param from when the budgets were given
     */
    static List<MetricsView.Budget> of(
            List<ChannelBudget> channels, List<LedgerEntry> actions, Instant from, Instant to) {
        List<Change> changes = actions.stream()
                .flatMap(BudgetHistoryReader::changes)
                .sorted(Comparator.comparing(Change::at))
                .toList();
        return channels.stream()
                .map(channel -> new MetricsView.Budget(
                        channel.channel(), channel.planned(), channel.now(), steps(channel, changes, from, to)))
                .toList();
    }

    /** What it moved, and what went back of that. */
    private static Stream<Change> changes(LedgerEntry action) {
        return Stream.of(
                        new Change(action.bookedAt(), action.budgetAfter()),
                        new Change(action.givenBackAt(), action.budgetGivenBack()))
                .filter(change -> change.at() != null && !change.budgets().isEmpty());
    }

    private static List<MetricsView.Step> steps(ChannelBudget channel, List<Change> changes, Instant from, Instant to) {
        List<MetricsView.Step> steps = new ArrayList<>();
        steps.add(new MetricsView.Step(from, channel.planned()));
        for (Change change : changes) {
            BigDecimal after = change.budgets().get(channel.channel());
            if (after != null && after.compareTo(steps.get(steps.size() - 1).amount()) != 0) {
                steps.add(new MetricsView.Step(change.at(), after));
            }
        }
        steps.add(new MetricsView.Step(to, channel.now()));
        return steps;
    }
}
