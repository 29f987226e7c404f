package dev.convergence.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.convergence.calendar.CalendarProperties;
import dev.convergence.calendar.ShippedCalendars;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.campaign.plan.PlanMove.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    private final WorkingCalendarRegistry calendars = ShippedCalendars.calendars();

    private final Plan plan = Plan.of(List.of(
            entry("launch", "campaign-managers", "2026-12-04", "assets"),
            entry("brief", "product", "2026-11-16"),
            entry("review", "legal", "2026-11-18"),
            entry("copy", "creative", "2026-11-18"),
            entry("assets", "creative", "2026-11-27", "copy", "brief")));

    @Test
    void movesEveryLaterDateAlong() {
        PlanMove move = plan.move("copy", LocalDate.parse("2026-11-23"), calendars);

        assertThat(move.workingDays()).isEqualTo(3);
        assertThat(move.before()).isEqualTo(plan);
        assertThat(move.shifts())
                .containsExactly(
                        shift("copy", "creative", "2026-11-18", "2026-11-23"),
                        shift("assets", "creative", "2026-11-27", "2026-12-02"),
                        shift("launch", "campaign-managers", "2026-12-04", "2026-12-09"));
        assertThat(move.teams()).containsExactly("creative", "campaign-managers");
        assertThat(move.after().entries())
                .extracting(PlanEntry::id)
                .as("in the order given")
                .containsExactly("launch", "brief", "review", "copy", "assets");
        assertThat(due(move.after(), "review")).as("due on the same day").isEqualTo("2026-11-18");
        assertThat(due(move.after(), "brief")).as("due earlier").isEqualTo("2026-11-16");
        assertThat(move.after().entry("assets").orElseThrow().dependsOn()).containsExactly("copy", "brief");
    }

    @Test
    void movesBackwards() {
        PlanMove move = plan.move("assets", LocalDate.parse("2026-11-20"), calendars);
        assertThat(move.workingDays()).isEqualTo(-5);
        assertThat(move.shifts())
                .containsExactly(
                        shift("assets", "creative", "2026-11-27", "2026-11-20"),
                        shift("launch", "campaign-managers", "2026-12-04", "2026-11-27"));
    }

    @Test
    void skipsHolidays() {
        Plan overChristmas = Plan.of(List.of(entry("a", "sales", "2026-12-21"), entry("b", "sales", "2026-12-23")));
        PlanMove move = overChristmas.move("a", LocalDate.parse("2026-12-23"), calendars);
        assertThat(due(move.after(), "b")).isEqualTo("2026-12-28");
    }

    @Test
    void countsInEachGroupsOwnCalendar() {
        WorkingCalendarRegistry two = WorkingCalendarRegistry.from(new CalendarProperties(
                "days",
                Map.of("days", week("monday-friday"), "always", week("monday-sunday")),
                Map.of("support", "always")));
        Plan mixed = Plan.of(List.of(
                entry("a", "sales", "2026-11-19"),
                entry("b", "support", "2026-11-20"),
                entry("c", "sales", "2026-11-20")));

        PlanMove byDays = mixed.move("a", LocalDate.parse("2026-11-23"), two);
        assertThat(byDays.workingDays()).isEqualTo(2);
        assertThat(due(byDays.after(), "b")).isEqualTo("2026-11-22");
        assertThat(due(byDays.after(), "c")).isEqualTo("2026-11-24");
    }

    @Test
    void landsExactlyOnTheDayAskedFor() {
        PlanMove move = plan.move("assets", LocalDate.parse("2026-11-28"), calendars);
        assertThat(move.workingDays()).as("Friday to Saturday").isZero();
        assertThat(move.shifts()).containsExactly(shift("assets", "creative", "2026-11-27", "2026-11-28"));
        assertThat(move.after()
                        .move("assets", LocalDate.parse("2026-11-27"), calendars)
                        .after())
                .isEqualTo(plan);
    }

    @Test
    void staysWhereItIs() {
        PlanMove move = plan.move("copy", LocalDate.parse("2026-11-18"), calendars);
        assertThat(move.shifts()).isEmpty();
        assertThat(move.teams()).isEmpty();
        assertThat(move.after()).isEqualTo(plan);
    }

    @Test
    void knowsNoOtherEntries() {
        assertThat(plan.entry("nothing")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.move("nothing", MONDAY, calendars))
                .withMessageContaining("'nothing'");
    }

    @Test
    void callsAnEntryByItsIdIfItHasNoName() {
        assertThat(new PlanEntry("a", " ", null, MONDAY, null))
                .isEqualTo(new PlanEntry("a", "a", "", MONDAY, List.of()));
    }

    static Stream<Arguments> faults() {
        PlanEntry good = entry("a", "sales", "2026-11-16");
        return Stream.of(
                fault("plan[1].id", "repeats 'a' of plan[0]", good, entry("a", "legal", "2026-11-17")),
                fault("plan[0].id", "is missing", entry(" ", "sales", "2026-11-16")),
                fault("plan[0].id", "is missing", new PlanEntry(null, "x", "sales", MONDAY, null)),
                fault("plan[0].id", "may hold letters", entry("a b", "sales", "2026-11-16")),
                fault("plan[0].id", "is longer than 64", entry("a".repeat(65), "sales", "2026-11-16")),
                fault("plan[0].what", "is longer than 255", new PlanEntry("a", "x".repeat(256), "g", MONDAY, null)),
                fault("plan[0].group", "is longer than 64", entry("a", "g".repeat(65), "2026-11-16")),
                fault("plan[1].due", "is missing", good, new PlanEntry("b", "b", "sales", null, null)),
                fault("plan[1]", "is missing", good, null),
                fault("plan[1].dependsOn[1]", "names 'c'", good, entry("b", "sales", "2026-11-16", "a", "c")),
                fault("plan[1].dependsOn", "b → b", good, entry("b", "sales", "2026-11-16", "b")),
                fault(
                        "plan[1].dependsOn",
                        "b → d → c → b",
                        entry("a", "sales", "2026-11-16", "b"),
                        entry("b", "sales", "2026-11-16", "d"),
                        entry("c", "sales", "2026-11-16", "b"),
                        entry("d", "sales", "2026-11-16", "c")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void refusesWhatIsNoPlan(String field, String reason, List<PlanEntry> entries) {
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> Plan.of(entries))
                .satisfies(fault -> assertThat(fault.field()).isEqualTo(field))
                .satisfies(fault -> assertThat(fault.reason()).contains(reason));
    }

    @Test
    void holdsFiveHundredEntries() {
        List<PlanEntry> chain = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i ->
                        entry("e" + i, "sales", "2026-11-16", i == 499 ? new String[0] : new String[] {"e" + (i + 1)}))
                .toList());
        assertThat(Plan.of(chain).entries()).hasSize(500);
        chain.add(entry("one-more", "sales", "2026-11-16"));
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> Plan.of(chain))
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("plan"));
    }

    private static CalendarProperties.Calendar week(String days) {
        return new CalendarProperties.Calendar("UTC", Map.of(days, "09:00-18:00"), "none", null, null, null, null);
    }

    private static Arguments fault(String field, String reason, PlanEntry... entries) {
        return Arguments.of(field, reason, Arrays.asList(entries));
    }

    private static LocalDate due(Plan plan, String id) {
        return plan.entry(id).orElseThrow().due();
    }

    private static PlanEntry entry(String id, String group, String due, String... dependsOn) {
        return new PlanEntry(id, id, group, LocalDate.parse(due), List.of(dependsOn));
    }

    private static Shift shift(String id, String group, String from, String to) {
        return new Shift(id, id, group, LocalDate.parse(from), LocalDate.parse(to));
    }
}
