package dev.convergence.calendar;

import static dev.convergence.calendar.CalendarFixture.calendars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.convergence.calendar.CalendarProperties.Calendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarRegistryTest {

    private final WorkingCalendarRegistry shipped = ShippedCalendars.calendars();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product",
                "marketing",
                "creative",
                "sales",
                "analytics",
                "legal",
                "support",
                "campaign-managers",
                "sponsors",
                "managers"
            })
    void shipsOneCalendarForAllGroups(String group) {
        assertThat(ShippedCalendars.settings().groups()).containsEntry(group, "office");
        assertThat(shipped.ofGroup(group).name()).isEqualTo("office");
    }

    @Test
    void shipsTheDefaultForOtherGroups() {
        assertThat(shipped.ofGroup("newcomers").name()).isEqualTo("office");
        assertThat(shipped.ofGroup(null).name()).isEqualTo("office");
        assertThat(shipped.names())
                .containsExactly(
                        "around-the-clock", "asia-singapore", "europe-berlin", "office", "uk-london", "us-new-york");
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "office, 2026-10-02, true",
        "office, 2026-05-01, false",
        "office, 2027-03-08, true",
        "europe-berlin, 2027-03-08, false",
        "uk-london, 2026-08-31, false",
        "uk-london, 2026-12-28, false",
        "us-new-york, 2026-07-03, false",
        "us-new-york, 2026-11-26, false",
        "us-new-york, 2026-02-12, false",
        "asia-singapore, 2026-08-10, false",
        "around-the-clock, 2026-12-25, true"
    })
    void knowsTheHolidaysOfItsRegion(String calendar, LocalDate date, boolean worked) {
        assertThat(shipped.named(calendar).isWorkingDay(date)).isEqualTo(worked);
    }

    @Test
    void namesTheCalendarsThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shipped.named("moon"))
                .withMessageContaining("'moon'")
                .withMessageContaining("office")
                .withMessageContaining("around-the-clock");
        assertThatIllegalArgumentException().isThrownBy(() -> shipped.named(null));
    }

    @Test
    void givesAGroupItsOwnCalendar() {
        WorkingCalendarRegistry calendars = WorkingCalendarRegistry.from(new CalendarProperties(
                "b", Map.of("a", CalendarFixture.AROUND_THE_CLOCK, "b", CalendarFixture.BERLIN), Map.of("sales", "a")));
        assertThat(calendars.ofGroup("sales").name()).isEqualTo("a");
        assertThat(calendars.ofGroup("legal").name()).isEqualTo("b");
    }

    static Stream<Arguments> wrongSettings() {
        Map<String, String> hours = Map.of("monday-friday", "09:00-18:00");
        return Stream.of(
                wrong("zone", new Calendar("Mars/Olympus", hours, "de", null, null, null, null)),
                wrong("zone", new Calendar(null, hours, "de", null, null, null, null)),
                wrong("hours", new Calendar("UTC", null, "de", null, null, null, null)),
                wrong("hours.monday", new Calendar("UTC", Map.of("monday", "9 to 5"), "de", null, null, null, null)),
                wrong(
                        "hours.monday",
                        new Calendar("UTC", Map.of("monday", "09:00-25:00"), "de", null, null, null, null)),
                wrong(
                        "hours.monday",
                        new Calendar("UTC", Map.of("monday", "09:00-09:00"), "de", null, null, null, null)),
                wrong(
                        "hours.workdays",
                        new Calendar("UTC", Map.of("workdays", "09:00-18:00"), "de", null, null, null, null)),
                wrong(
                        "hours",
                        new Calendar(
                                "UTC",
                                Map.of("monday", "22:00-06:00", "tuesday", "05:00-09:00"),
                                "",
                                null,
                                null,
                                null,
                                null)),
                wrong("holidays", new Calendar("UTC", hours, "zz", null, null, null, null)),
                wrong("holidays", new Calendar("UTC", hours, "de-xx", null, null, null, null)),
                wrong("known-until", new Calendar("UTC", hours, "de", null, null, null, 2200)),
                wrong("closed[1]", new Calendar("UTC", hours, "de", List.of("12-27", "13-27"), null, null, null)),
                wrong(
                        "also-closed.2029-02-30",
                        new Calendar("UTC", hours, "de", null, Map.of("2029-02-30", "No day"), null, null)),
                wrong("half-days[0]", new Calendar("UTC", hours, "de", null, null, List.of("12-24 13:00"), null)),
                wrong("half-days[0]", new Calendar("UTC", hours, "de", null, null, List.of("12-24 until 9"), null)),
                wrong(
                        "half-days[0]",
                        new Calendar("UTC", hours, "de", null, null, List.of("12-24 until 08:00"), null)));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void refusesAWrongSettingByName(String setting, Calendar calendar) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendars(calendar))
                .withMessageStartingWith("convergence.calendars.named.tested." + setting + ": ");
    }

    @Test
    void refusesADayListedTwice() {
        Calendar calendar = new Calendar(
                "UTC", Map.of("monday-friday", "09:00-18:00", "friday", "09:00-15:00"), "", null, null, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendars(calendar))
                .withMessageContaining("convergence.calendars.named.tested.hours.")
                .withMessageContaining("friday is listed twice");
    }

    @Test
    void refusesGroupsWithoutACalendar() {
        Map<String, Calendar> named = Map.of("tested", CalendarFixture.BERLIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        WorkingCalendarRegistry.from(new CalendarProperties("tested", named, Map.of("sales", "moon"))))
                .withMessageStartingWith("convergence.calendars.groups.sales: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendarRegistry.from(new CalendarProperties(null, named, Map.of())))
                .withMessageStartingWith("convergence.calendars.default-calendar: ");
    }

    @Test
    void refusesACalendarThatIsNeverOpen() {
        List<String> everyMonday = LocalDate.EPOCH
                .datesUntil(LocalDate.EPOCH.plusYears(3))
                .map(date -> date.toString().substring(5))
                .distinct()
                .toList();
        Calendar never = new Calendar("UTC", Map.of("monday", "09:00-18:00"), "none", everyMonday, null, null, null);
        assertThatIllegalArgumentException().isThrownBy(() -> calendars(never)).withMessageContaining("never be open");
    }

    private static Arguments wrong(String setting, Calendar calendar) {
        return Arguments.of(setting, calendar);
    }
}
