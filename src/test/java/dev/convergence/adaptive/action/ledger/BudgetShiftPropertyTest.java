package dev.convergence.adaptive.action.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.adaptive.action.limit.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Money moves to and fro in whatever order: the sum stays to the cent, nothing falls below zero, the bounds hold. */
class BudgetShiftPropertyTest {

    private static final List<String> CHANNELS = List.of("email", "social", "search", "video");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** What happens next: an action by the rule or by a person, or the taking back of an earlier one. */
    record Step(boolean automatic, boolean back, int which, String from, String to, BigDecimal percent) {}

    @Property(tries = 2000)
    void conservesTheSumAndKeepsTheBounds(
            @ForAll("budgets") Map<String, BigDecimal> planned,
            @ForAll("bounds") Bounds bounds,
            @ForAll("steps") @Size(max = 40) List<Step> steps) {
        Map<String, BigDecimal> now = new TreeMap<>(planned);
        List<BudgetShift> made = new ArrayList<>();
        BigDecimal moved = BigDecimal.ZERO;
        for (Step step : steps) {
            Optional<BudgetShift> shift = shift(now, made, step);
            if (shift.isEmpty()) {
                continue;
            }
            assertExact(shift.get(), now);
            if (step.automatic() && !step.back()) {
                if (!bounds.brokenBy(shift.get(), planned, moved).isEmpty()) {
                    continue;
                }
                moved = moved.add(shift.get().amount());
                assertWithin(bounds, shift.get(), planned, moved);
            } else if (!step.back()) {
                moved = moved.add(shift.get().amount());
            }
            now = shift.get().after();
            made.add(shift.get());
            assertWhole(now, planned);
        }
    }

    @Property
    void refusesWhatBreaksABoundByACent(@ForAll("budgets") Map<String, BigDecimal> planned) {
        Assume.that(planned.get("email").signum() > 0);
        Bounds bounds = bounds("10", "100", "0");
        BigDecimal atMost = BudgetShift.money(planned.get("email").multiply(new BigDecimal("0.1")));

        assertThat(broken(bounds, planned, atMost)).isEmpty();
        assertThat(broken(bounds, planned, atMost.add(new BigDecimal("0.01")))).hasSize(1);
    }

    private static List<String> broken(Bounds bounds, Map<String, BigDecimal> planned, BigDecimal amount) {
        return BudgetShift.upTo(planned, "email", "social", amount)
                .map(shift -> bounds.brokenBy(shift, planned, BigDecimal.ZERO))
                .orElse(List.of());
    }

    private static Optional<BudgetShift> shift(Map<String, BigDecimal> now, List<BudgetShift> made, Step step) {
        if (!step.back()) {
            return BudgetShift.ofShare(now, step.from(), step.to(), step.percent());
        }
        if (made.isEmpty()) {
            return Optional.empty();
        }
        BudgetShift earlier = made.get(step.which() % made.size());
        return BudgetShift.upTo(now, earlier.to(), earlier.from(), earlier.amount());
    }

    private static void assertExact(BudgetShift shift, Map<String, BigDecimal> now) {
        assertThat(shift.amount()).isPositive();
        assertThat(shift.amount().scale()).isLessThanOrEqualTo(BudgetShift.SCALE);
        assertThat(shift.before()).containsAllEntriesOf(now);
        assertThat(BudgetShift.of(shift.before(), shift.from()).subtract(BudgetShift.of(shift.after(), shift.from())))
                .isEqualByComparingTo(shift.amount());
        assertThat(BudgetShift.of(shift.after(), shift.to()).subtract(BudgetShift.of(shift.before(), shift.to())))
                .isEqualByComparingTo(shift.amount());
    }

    private static void assertWithin(
            Bounds bounds, BudgetShift shift, Map<String, BigDecimal> planned, BigDecimal moved) {
        assertAtMost(shift.amount(), BudgetShift.of(shift.before(), shift.from()), bounds.mostPercent());
        assertAtMost(moved, sum(planned), bounds.dailyPercent());
        assertThat(BudgetShift.of(shift.after(), shift.from()).multiply(HUNDRED))
                .isGreaterThanOrEqualTo(BudgetShift.of(planned, shift.from()).multiply(bounds.floorPercent()));
    }

    private static void assertAtMost(BigDecimal amount, BigDecimal of, BigDecimal percent) {
        assertThat(amount.multiply(HUNDRED)).isLessThanOrEqualTo(of.multiply(percent));
    }

    private static void assertWhole(Map<String, BigDecimal> now, Map<String, BigDecimal> planned) {
        assertThat(now.values()).allSatisfy(amount -> {
            assertThat(amount).isNotNegative();
            assertThat(amount.scale()).isEqualTo(BudgetShift.SCALE);
        });
        assertThat(sum(now)).isEqualByComparingTo(sum(planned));
    }

    private static BigDecimal sum(Map<String, BigDecimal> budgets) {
        return budgets.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Bounds bounds(String most, String daily, String floor) {
        return new Bounds(
                new BigDecimal(most), new BigDecimal(daily), new BigDecimal(floor), Set.of("budget"), "PT4H", null);
    }

    @Provide
    Arbitrary<Map<String, BigDecimal>> budgets() {
        Arbitrary<BigDecimal> money = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                .ofScale(BudgetShift.SCALE);
        return Combinators.combine(money, money, money)
                .as((email, social, search) -> Map.of(
                        "email", BudgetShift.money(email),
                        "social", BudgetShift.money(social),
                        "search", BudgetShift.money(search)));
    }

    @Provide
    Arbitrary<Bounds> bounds() {
        return Combinators.combine(percents(), percents(), percents())
                .as((most, daily, floor) -> new Bounds(most, daily, floor, Set.of("budget"), "PT4H", null));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        either,
                        either,
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(CHANNELS),
                        Arbitraries.of(CHANNELS),
                        percents())
                .as(Step::new)
                .list();
    }

    private static Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, HUNDRED).ofScale(4);
    }
}
