package dev.convergence.adaptive.action.limit;

import dev.convergence.adaptive.action.ledger.ActionKind;
import dev.convergence.adaptive.action.ledger.BudgetShift;
import dev.convergence.calendar.WorkingTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is approved beforehand: an action inside of it is taken without asking anybody.
 *
 * @param mostPercent the largest share of a channel's budget that one action may move
 * @param dailyPercent how much of the whole budget may move within 24 hours
 * @param floorPercent how much of what the brief gave a channel must stay there
 * @param kinds the ids of the kinds that are automatic
 * @param approvalWithin the working time (P1D, PT4H) within which an approval must be given
 * @param calendar whose working time that is; null for that of those who are asked
 */
public record Bounds(
        BigDecimal mostPercent,
        BigDecimal dailyPercent,
        BigDecimal floorPercent,
        Set<String> kinds,
        String approvalWithin,
        String calendar) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Every action asks. */
    static final Bounds NOTHING_AUTOMATIC =
            new Bounds(BigDecimal.ZERO, BigDecimal.ZERO, HUNDRED, Set.of(), "P1D", null);

    boolean isComplete() {
        return mostPercent != null
                && dailyPercent != null
                && floorPercent != null
                && kinds != null
                && approvalWithin != null;
    }

    public boolean allow(ActionKind kind) {
        return kinds.contains(kind.id());
    }

    public WorkingTime timeForApproval() {
        return WorkingTime.parse(approvalWithin);
    }

    /**
     * Which bounds a shift of money would break, each as a sentence; none where it may be made.
     *
     * @param planned what the brief gave each channel
     * @param movedToday what was moved within the last 24 hours
     */
    public List<String> brokenBy(BudgetShift shift, Map<String, BigDecimal> planned, BigDecimal movedToday) {
        List<String> broken = new ArrayList<>();
        BigDecimal present = BudgetShift.of(shift.before(), shift.from());
        BigDecimal whole = shift.before().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (exceeds(shift.amount(), mostPercent, present)) {
            broken.add("It moves %s of the %s of %s; without approval at most %s %% may move at once."
                    .formatted(shift.amount(), present, shift.from(), plain(mostPercent)));
        }
        if (exceeds(movedToday.add(shift.amount()), dailyPercent, whole)) {
            broken.add("With the %s moved within 24 hours it makes %s of %s; without approval at most %s %% may move."
                    .formatted(movedToday, movedToday.add(shift.amount()), whole, plain(dailyPercent)));
        }
        BigDecimal left = BudgetShift.of(shift.after(), shift.from());
        BigDecimal given = BudgetShift.of(planned, shift.from());
        if (left.multiply(HUNDRED).compareTo(given.multiply(floorPercent)) < 0) {
            broken.add("It leaves %s of the %s that the brief gave %s; without approval %s %% must stay."
                    .formatted(left, given, shift.from(), plain(floorPercent)));
        }
        return broken;
    }

    private static boolean exceeds(BigDecimal amount, BigDecimal percent, BigDecimal of) {
        return amount.multiply(HUNDRED).compareTo(of.multiply(percent)) > 0;
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
