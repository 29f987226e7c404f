package dev.convergence.adaptive.view;

import dev.convergence.adaptive.action.ChannelBudget;
import dev.convergence.adaptive.action.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What each channel had when, as the ledger has it before and after each action. */
final class BudgetHistory {

    private BudgetHistory() {}

    /**
     * @param actions the oldest first
     * @param from when the budgets were given
     */
    static List<Metrics.Budget> of(List<ChannelBudget> channels, List<LedgerEntry> actions, Instant from, Instant to) {
        List<LedgerEntry> booked = actions.stream()
                .filter(action ->
                        action.bookedAt() != null && !action.budgetAfter().isEmpty())
                .sorted(Comparator.comparing(LedgerEntry::bookedAt))
                .toList();
        return channels.stream()
                .map(channel -> new Metrics.Budget(
                        channel.channel(), channel.planned(), channel.now(), steps(channel, booked, from, to)))
                .toList();
    }

    private static List<Metrics.Step> steps(ChannelBudget channel, List<LedgerEntry> booked, Instant from, Instant to) {
        List<Metrics.Step> steps = new ArrayList<>();
        steps.add(new Metrics.Step(from, channel.planned()));
        for (LedgerEntry action : booked) {
            BigDecimal after = action.budgetAfter().get(channel.channel());
            if (after != null && after.compareTo(steps.get(steps.size() - 1).amount()) != 0) {
                steps.add(new Metrics.Step(action.bookedAt(), after));
            }
        }
        steps.add(new Metrics.Step(to, channel.now()));
        return steps;
    }
}
