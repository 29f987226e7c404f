package dev.convergence.adaptive.platform;

import dev.convergence.adaptive.platform.AdPlatform.BudgetMove;
import dev.convergence.adaptive.platform.AdPlatform.Opening;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plays the ad platform for whoever has none at hand: budgets by campaign and channel, until the application stops. */
@Component
class InMemoryAdPlatform implements Platform {

    private final InMemoryInbox inMemoryInbox;

    InMemoryAdPlatform(Clock clock) {
        this.inMemoryInbox = new InMemoryInbox("ad-platform", clock);
    }

    /** What it comes to is reckoned from all that came, in whatever order it did. */
    @Override
    public void take(String type, String id, Record instruction) {
        if (instruction instanceof Opening opening) {
            inMemoryInbox.take(type, id, opening.campaign(), opening, () -> {});
        } else if (instruction instanceof BudgetMove move) {
            inMemoryInbox.take(type, id, move.campaign(), move, () -> {});
        }
    }

    InMemoryInbox inbox() {
        return inMemoryInbox;
    }

    /** By channel; empty where nothing came. */
    Map<String, BigDecimal> budgets(String campaign) {
        List<BudgetMove> moves = came(campaign, BudgetMove.class).toList();
        return came(campaign, Opening.class)
                .findFirst()
                .map(opening -> added(opening, moves))
                .orElseGet(() -> latest(moves));
    }

    private static Map<String, BigDecimal> added(Opening opening, List<BudgetMove> moves) {
        Map<String, BigDecimal> budgets = new TreeMap<>(opening.budgets());
        moves.forEach(move -> {
            budgets.merge(move.from(), move.amount().negate(), BigDecimal::add);
            budgets.merge(move.to(), move.amount(), BigDecimal::add);
        });
        return budgets;
    }

    /** The opening came before the last start of the application, and other moves with it: the last booked one knows. */
    private static Map<String, BigDecimal> latest(List<BudgetMove> moves) {
        return moves.stream()
                .max(Comparator.comparingLong(BudgetMove::number))
                .<Map<String, BigDecimal>>map(move -> new TreeMap<>(move.budgets()))
                .orElseGet(Map::of);
    }

    private <T> Stream<T> came(String campaign, Class<T> type) {
        return inMemoryInbox.of(campaign).stream()
                .map(ReceivedInstruction::instruction)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
