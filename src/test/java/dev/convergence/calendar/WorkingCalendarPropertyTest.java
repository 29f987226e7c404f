package dev.convergence.calendar;

import static dev.convergence.calendar.CalendarFixture.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every calendar, at every instant. */
class WorkingCalendarPropertyTest {

    private static final List<WorkingCalendar> ALL = List.of(
            calendar(CalendarFixture.BERLIN),
            calendar(CalendarFixture.UNEVEN_NEW_YORK),
            calendar(CalendarFixture.NIGHT_SHIFT),
            calendar(CalendarFixture.BERLIN_DAY_AND_NIGHT),
            calendar(CalendarFixture.AROUND_THE_CLOCK));

    @Property
    void whatWasAddedLiesBetween(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = -20_000_000, max = 20_000_000) long seconds) {
        WorkingTime amount = WorkingTime.of(Duration.ofSeconds(seconds));
        assertThat(calendar.between(from, calendar.add(from, amount))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void hoursThereAndBackEndWhereTheyBegan(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 1, max = 20_000_000) long seconds) {
        WorkingTime amount = WorkingTime.of(Duration.ofSeconds(seconds));
        Instant back = calendar.add(calendar.add(from, amount), amount.negated());
        assertThat(calendar.between(back, from)).isZero();
        if (calendar.isOpen(from)) {
            assertThat(back).isEqualTo(from);
        }
    }

    @Property
    void aResultLiesWithinWorkingTime(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll("amounts") WorkingTime amount) {
        Instant result = calendar.add(from, amount);
        assertThat(amount.isZero() || isWithinHours(calendar, result)).isTrue();
    }

    @Property
    void aLaterStartEndsNoEarlier(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 0, max = 500_000) long later,
            @ForAll @LongRange(min = -2_000_000, max = 2_000_000) long seconds) {
        WorkingTime amount = WorkingTime.of(Duration.ofSeconds(seconds));
        assertThat(calendar.add(from.plusSeconds(later), amount)).isAfterOrEqualTo(calendar.add(from, amount));
    }

    @Property
    void aLaterStartEndsNoEarlierByDays(
            @ForAll("daytimeCalendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 0, max = 500_000) long later,
            @ForAll("amounts") WorkingTime amount) {
        if (!amount.isZero()) {
            assertThat(calendar.add(from.plusSeconds(later), amount)).isAfterOrEqualTo(calendar.add(from, amount));
        }
    }

    @Property
    void betweenAddsUp(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant a,
            @ForAll("instants") Instant b,
            @ForAll("instants") Instant c) {
        assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
        assertThat(calendar.between(b, a)).isEqualTo(calendar.between(a, b).negated());
    }

    @Property
    void datesAndTheirDistanceAreInverse(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("dates") LocalDate from,
            @ForAll("dates") LocalDate to,
            @ForAll @IntRange(min = -2000, max = 2000) int days) {
        assertThat(calendar.workingDaysBetween(from, calendar.addDays(from, days)))
                .isEqualTo(days);
        if (calendar.isWorkingDay(from)) {
            assertThat(calendar.addDays(calendar.addDays(from, days), -days)).isEqualTo(from);
        }
        if (calendar.isWorkingDay(from) && calendar.isWorkingDay(to)) {
            assertThat(calendar.addDays(from, calendar.workingDaysBetween(from, to)))
                    .isEqualTo(to);
        }
    }

    @Property
    void datesAddUp(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll("dates") LocalDate c) {
        assertThat(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c))
                .isEqualTo(calendar.workingDaysBetween(a, c));
    }

    @Property
    void aroundTheClockIsPlainArithmetic(@ForAll("instants") Instant from, @ForAll("amounts") WorkingTime amount) {
        assertThat(calendar(CalendarFixture.AROUND_THE_CLOCK).add(from, amount))
                .isEqualTo(from.plus(Duration.ofDays(amount.days())).plus(amount.time()));
    }

    @Property(tries = 300)
    void agreesWithAWalkMinuteByMinute(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 0, max = 6000) int minutes) {
        Instant start = Instant.ofEpochSecond(from.getEpochSecond() / 60 * 60);
        long open = LongStream.range(0, minutes)
                .filter(minute -> calendar.isOpen(start.plusSeconds(minute * 60)))
                .count();
        assertThat(calendar.between(start, start.plusSeconds(minutes * 60L))).isEqualTo(Duration.ofMinutes(open));
    }

    private static boolean isWithinHours(WorkingCalendar calendar, Instant at) {
        return calendar.isOpen(at) || calendar.isOpen(at.minusNanos(1));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(ALL);
    }

    /** Those whose hours hold no hour that the clocks repeat: in such an hour a time of day names two instants. */
    @Provide
    Arbitrary<WorkingCalendar> daytimeCalendars() {
        return Arbitraries.of(ALL.get(0), ALL.get(1), ALL.get(4));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2019-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2032-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return instants().map(at -> LocalDate.ofEpochDay(at.getEpochSecond() / 86_400));
    }

    @Provide
    Arbitrary<WorkingTime> amounts() {
        return Arbitraries.integers().between(0, 400).flatMap(days -> Arbitraries.integers()
                .between(0, 200_000)
                .flatMap(seconds -> Arbitraries.of(true, false)
                        .map(back -> WorkingTime.parse((back ? "-" : "") + "P" + days + "DT" + seconds + "S"))));
    }
}
