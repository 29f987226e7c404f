package dev.convergence.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.calendar.ShippedCalendars;
import dev.convergence.calendar.WorkingCalendar;
import dev.convergence.calendar.WorkingCalendarRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plan whose dates are working days of one calendar. */
class PlanPropertyTest {

    private static final WorkingCalendarRegistry CALENDARS = ShippedCalendars.calendars();
    private static final WorkingCalendar OFFICE = CALENDARS.named("office");

    @Property
    void everyLaterDateMovesByTheSameWorkingDays(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 0, max = 9) int which,
            @ForAll @IntRange(min = -60, max = 60) int days) {
        PlanEntry moved = pick(plan, which);
        PlanMove move = plan.move(moved.id(), OFFICE.addDays(moved.due(), days), CALENDARS);

        assertThat(move.workingDays()).isEqualTo(days);
        for (int i = 0; i < plan.entries().size(); i++) {
            PlanEntry before = plan.entries().get(i);
            boolean moves = before == moved || before.due().isAfter(moved.due());
            long distance = OFFICE.workingDaysBetween(
                    before.due(), move.after().entries().get(i).due());
            assertThat(distance).isEqualTo(moves ? days : 0);
        }
    }

    @Property
    void aSlipAndItsReturnEndWhereTheyBegan(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 0, max = 9) int which,
            @ForAll @IntRange(min = 0, max = 60) int days) {
        assertReturns(plan, pick(plan, which), days);
    }

    /** An entry that another one has overtaken backwards counts as later from then on; without one, all comes back. */
    @Property
    void anAdvanceAndItsReturnEndWhereTheyBegan(
            @ForAll("plans") Plan plan,
            @ForAll @IntRange(min = 0, max = 9) int which,
            @ForAll @IntRange(min = -60, max = 0) int days) {
        PlanEntry moved = pick(plan, which);
        LocalDate earlier = OFFICE.addDays(moved.due(), days);
        Assume.that(plan.entries().stream()
                .noneMatch(entry -> entry != moved
                        && entry.due().isAfter(earlier)
                        && !entry.due().isAfter(moved.due())));
        assertReturns(plan, moved, days);
    }

    private static void assertReturns(Plan plan, PlanEntry moved, int days) {
        Plan there = plan.move(moved.id(), OFFICE.addDays(moved.due(), days), CALENDARS)
                .after();
        assertThat(there.move(moved.id(), moved.due(), CALENDARS).after()).isEqualTo(plan);
    }

    private static PlanEntry pick(Plan plan, int which) {
        return plan.entries().get(which % plan.entries().size());
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Arbitraries.integers()
                .between(0, 400)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(PlanPropertyTest::plan);
    }

    private static Plan plan(List<Integer> days) {
        LocalDate start = LocalDate.parse("2026-01-02");
        return Plan.of(IntStream.range(0, days.size())
                .mapToObj(i -> new PlanEntry(
                        "e" + i, null, i % 2 == 0 ? "sales" : "legal", OFFICE.addDays(start, days.get(i)), null))
                .toList());
    }
}
