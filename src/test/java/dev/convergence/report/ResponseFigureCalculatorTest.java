package dev.convergence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ResponseFigureCalculatorTest {

    private static final Instant OPENED = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration TARGET = Duration.ofHours(9);
    private static final MeasuredResponse.Subject ASSETS = subject("assets-ready", "P1D");

    @Example
    void nothingIsNoFigure() {
        assertThat(ResponseFigureCalculator.figures(List.of()))
                .isEqualTo(new ResponseReport.Figures(0, null, null, null, 0, 0));
    }

    @Example
    void oneIsItsOwnMedian() {
        assertThat(ResponseFigureCalculator.figures(List.of(answered(ASSETS, 2))))
                .isEqualTo(new ResponseReport.Figures(1, Duration.ofHours(2), Duration.ofHours(2), 1.0, 0, 0));
    }

    @Example
    void liesBetweenTwoWhereThereIsNoneInTheMiddle() {
        List<MeasuredResponse> four = hours(1, 2, 4, 30);

        ResponseReport.Figures figures = ResponseFigureCalculator.figures(four);

        assertThat(figures.median()).isEqualTo(Duration.ofHours(3));
        // PERCENTILE.INC({1,2,4,30}; 0.9) = 4 + 0.7 * 26
        assertThat(figures.percentile90()).isEqualTo(Duration.ofMinutes(22 * 60 + 12));
        assertThat(figures.withinTarget()).isEqualTo(0.75);
    }

    @Example
    void exactlyInTimeIsInTime() {
        assertThat(ResponseFigureCalculator.figures(hours(9)).withinTarget()).isEqualTo(1.0);
        assertThat(ResponseFigureCalculator.figures(hours(9, 10, 11)).withinTarget())
                .isEqualTo(0.333);
    }

    @Example
    void whatIsOpenIsCountedAndNotMeasured() {
        List<MeasuredResponse> responses = new ArrayList<>(hours(1));
        responses.add(MeasuredResponse.open("marketing", ASSETS, true));
        responses.add(MeasuredResponse.open("marketing", ASSETS, false));

        assertThat(ResponseFigureCalculator.figures(responses))
                .isEqualTo(new ResponseReport.Figures(1, Duration.ofHours(1), Duration.ofHours(1), 1.0, 2, 1));
    }

    @Example
    void eachGroupHasItsGatesAndEachTargetIsOfItsOwn() {
        MeasuredResponse.Subject hurried = subject("assets-ready", "PT4H");
        MeasuredResponse sales = MeasuredResponse.open("sales", subject("sales-ready", "P1D"), false);

        List<ResponseReport.OfGroup> groups = ResponseFigureCalculator.byGroup(
                List.of(sales, answered(hurried, 2), answered(ASSETS, 4), answered(ASSETS, 6)));

        assertThat(groups).extracting(ResponseReport.OfGroup::group).containsExactly("marketing", "sales");
        assertThat(groups.get(0).figures().n()).isEqualTo(3);
        assertThat(groups.get(0).figures().median()).isEqualTo(Duration.ofHours(4));
        assertThat(groups.get(0).gates())
                .extracting(
                        ResponseReport.OfGate::target, gate -> gate.figures().n())
                .containsExactly(tuple("P1D", 2), tuple("PT4H", 1));
        assertThat(groups.get(1).gates().get(0).figures().open()).isEqualTo(1);
    }

    @Property
    void hangsOnNoOrder(@ForAll @Size(min = 1, max = 50) List<@IntRange(max = 500) Integer> hours, @ForAll long seed) {
        List<MeasuredResponse> responses =
                hours(hours.stream().mapToInt(Integer::intValue).toArray());
        List<MeasuredResponse> shuffled = new ArrayList<>(responses);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(ResponseFigureCalculator.figures(shuffled)).isEqualTo(ResponseFigureCalculator.figures(responses));
    }

    @Property
    void halfAreAtMostTheMedianAndNineInTenAtMostThePercentile(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 500) Integer> hours) {
        ResponseReport.Figures figures = ResponseFigureCalculator.figures(
                hours(hours.stream().mapToInt(Integer::intValue).toArray()));

        assertThat(figures.n()).isEqualTo(hours.size());
        assertThat(figures.median()).isLessThanOrEqualTo(figures.percentile90());
        assertThat(figures.withinTarget()).isBetween(0.0, 1.0);
        assertThat(2 * atMost(hours, figures.median())).isGreaterThanOrEqualTo(hours.size());
        // Interpolation may land just below the value that the share asks for: one less.
        assertThat(10 * (atMost(hours, figures.percentile90()) + 1)).isGreaterThanOrEqualTo(9 * hours.size());
    }

    private static long atMost(List<Integer> hours, Duration limit) {
        return hours.stream()
                .filter(hour -> Duration.ofHours(hour).compareTo(limit) <= 0)
                .count();
    }

    private static List<MeasuredResponse> hours(int... hours) {
        return IntStream.of(hours).mapToObj(hour -> answered(ASSETS, hour)).toList();
    }

    private static MeasuredResponse answered(MeasuredResponse.Subject subject, int hours) {
        Duration taken = Duration.ofHours(hours);
        return MeasuredResponse.answered("marketing", subject, taken, OPENED.plus(taken), OPENED.plus(TARGET));
    }

    private static MeasuredResponse.Subject subject(String gate, String target) {
        return new MeasuredResponse.Subject(gate, "gate", target, "office", ZoneId.of("Europe/Berlin"));
    }
}
