package dev.convergence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Every calendar that is shipped, against what the authorities say, for each year that it claims to know. */
class OfficialHolidaysTest {

    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final String WITHOUT_HOLIDAYS = "around-the-clock";

    private static final Logger LOGGER = Logger.getLogger(ShiftTimeline.class.getName());
    private static final WorkingCalendarRegistry SHIPPED = ShippedCalendars.calendars();

    record OfficialYear(String calendar, int year, List<LocalDate> days) {

        private static OfficialYear read(String line) {
            String[] cells = line.split(",");
            return new OfficialYear(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Arrays.stream(cells[2].split(" "))
                            .map(day -> LocalDate.parse(cells[1] + "-" + day))
                            .toList());
        }
    }

    static Stream<OfficialYear> officialYears() {
        try {
            return new ClassPathResource("calendar/official-holidays.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(OfficialYear::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("officialYears")
    void isClosedOnThePublicHolidaysAndOnNoOtherWeekday(OfficialYear official) {
        WorkingCalendar calendar = SHIPPED.named(official.calendar());
        LocalDate first = LocalDate.of(official.year(), 1, 1);

        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                        .filter(day -> !calendar.isWorkingDay(day)))
                .containsExactlyElementsOf(official.days());
    }

    @Test
    void claimsToKnowTheYearsThatWereComparedAndNoFurtherOne() {
        Map<String, Integer> compared = new TreeMap<>(officialYears()
                .collect(Collectors.toMap(
                        OfficialYear::calendar,
                        OfficialYear::year,
                        (one, other) -> Comparator.<Integer>naturalOrder().compare(one, other) > 0 ? one : other)));
        Map<String, Integer> claimed = new TreeMap<>();
        SHIPPED.names().forEach(name -> SHIPPED.named(name).knownUntil().ifPresent(year -> claimed.put(name, year)));

        assertThat(claimed).isEqualTo(compared);
        assertThat(SHIPPED.names()).containsAll(compared.keySet()).hasSize(compared.size() + 1);
        assertThat(SHIPPED.names()).contains(WITHOUT_HOLIDAYS);
    }

    @Test
    void warnsOnceWhenAskedForAYearThatItDoesNotKnow() {
        WorkingCalendar fresh =
                WorkingCalendarRegistry.from(ShippedCalendars.settings()).named("asia-singapore");

        assertThat(warningsOf(() -> fresh.isWorkingDay(LocalDate.of(2027, 3, 1))))
                .isEmpty();
        assertThat(fresh.knows(LocalDate.of(2027, 12, 31))).isTrue();

        assertThat(warningsOf(() -> {
                    fresh.isWorkingDay(LocalDate.of(2028, 3, 1));
                    fresh.isWorkingDay(LocalDate.of(2028, 3, 2));
                }))
                .singleElement()
                .asString()
                .startsWith("Calendar 'asia-singapore' is asked for 2028");
        assertThat(fresh.knows(LocalDate.of(2028, 1, 1))).isFalse();
    }

    private static List<String> warningsOf(Runnable work) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord warning) {
                warnings.add(warning.getMessage());
            }
        };
        LOGGER.addHandler(handler);
        try {
            work.run();
        } finally {
            LOGGER.removeHandler(handler);
        }
        return warnings;
    }
}
