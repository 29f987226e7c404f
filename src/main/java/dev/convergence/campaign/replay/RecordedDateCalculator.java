package dev.convergence.campaign.replay;

import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the record so far wants each entry of a plan. */
public final class RecordedDateCalculator {

    private final Map<String, LocalDate> dates = new HashMap<>();

    public void add(List<RecordedMove> moves) {
        moves.forEach(move -> dates.put(move.id(), move.to()));
    }

    /** The recorded day of an entry; its own where none is recorded. */
    public LocalDate of(PlanEntry entry) {
        return dates.getOrDefault(entry.id(), entry.due());
    }

    public List<PlanEntry> strays(Plan plan) {
        return plan.entries().stream().filter(this::isAstray).toList();
    }

    /** The next entry to move: later dates follow earlier ones, so that each move settles one date for good. */
    public Optional<PlanEntry> earliestStray(Plan plan) {
        return plan.entries().stream().filter(this::isAstray).min(Comparator.comparing(PlanEntry::due));
    }

    /** More moves than this are never needed, unless two entries that share a day pull each other along. */
    public int patience() {
        return dates.size() * dates.size() + 1;
    }

    private boolean isAstray(PlanEntry entry) {
        return !entry.due().equals(of(entry));
    }
}
