package dev.convergence.adaptive.platform;

import dev.convergence.adaptive.platform.AdPlatform.BudgetMove;
import dev.convergence.adaptive.platform.AdPlatform.Opening;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Plays the ad platform for whoever has none at hand: budgets by campaign and channel, until the application stops. */
@Component
class AdMemory implements Platform {

    private final Map<String, Map<String, BigDecimal>> budgets = new ConcurrentHashMap<>();
    private final Inbox inbox;

    AdMemory(Clock clock) {
        this.inbox = new Inbox("ad-platform", clock);
    }

    @Override
    public void take(String type, String id, Record instruction) {
        if (instruction instanceof Opening opening) {
            inbox.take(type, id, opening.campaign(), opening, () -> open(opening));
        } else if (instruction instanceof BudgetMove move) {
            inbox.take(type, id, move.campaign(), move, () -> move(move));
        }
    }

    Inbox inbox() {
        return inbox;
    }

    Map<String, BigDecimal> budgets(String campaign) {
        return new TreeMap<>(budgets.getOrDefault(campaign, Map.of()));
    }

    /** A move that came first has said already what all channels have. */
    private void open(Opening opening) {
        budgets.putIfAbsent(opening.campaign(), new ConcurrentHashMap<>(opening.budgets()));
    }

    /** What is spent where is known from the opening on; after a restart, from what the instruction says. */
    private void move(BudgetMove move) {
        Map<String, BigDecimal> present = budgets.get(move.campaign());
        if (present == null) {
            budgets.put(move.campaign(), new ConcurrentHashMap<>(move.budgets()));
        } else {
            present.merge(move.from(), move.amount().negate(), BigDecimal::add);
            present.merge(move.to(), move.amount(), BigDecimal::add);
        }
    }
}
