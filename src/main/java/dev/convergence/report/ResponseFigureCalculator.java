package dev.convergence.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** Counts and orders responses. */
final class ResponseFigureCalculator {

    private static final double HALF = 0.5;
    private static final double NINE_IN_TEN = 0.9;
    private static final double THOUSANDTHS = 1000;

    /** As the percentile of spreadsheets, so that who checks a figure finds the same. */
    private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);

    private static final Comparator<MeasuredResponse.Subject> BY_GATE = Comparator.comparing(
                    MeasuredResponse.Subject::gate)
            .thenComparing(MeasuredResponse.Subject::kind)
            .thenComparing(MeasuredResponse.Subject::target)
            .thenComparing(MeasuredResponse.Subject::calendar);

    private ResponseFigureCalculator() {}

    /** The groups in alphabetical order, the gates of each in theirs. */
    static List<ResponseReport.OfGroup> byGroup(List<MeasuredResponse> responses) {
        return responses.stream()
                .collect(Collectors.groupingBy(MeasuredResponse::group, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group ->
                        new ResponseReport.OfGroup(group.getKey(), figures(group.getValue()), byGate(group.getValue())))
                .toList();
    }

    private static List<ResponseReport.OfGate> byGate(List<MeasuredResponse> responses) {
        Map<MeasuredResponse.Subject, List<MeasuredResponse>> bySubject = responses.stream()
                .collect(Collectors.groupingBy(
                        MeasuredResponse::subject, () -> new TreeMap<>(BY_GATE), Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(gate -> ofGate(gate.getKey(), figures(gate.getValue())))
                .toList();
    }

    private static ResponseReport.OfGate ofGate(MeasuredResponse.Subject subject, ResponseReport.Figures figures) {
        return new ResponseReport.OfGate(
                subject.gate(), subject.kind(), subject.target(), subject.calendar(), subject.zone(), figures);
    }

    static ResponseReport.Figures figures(List<MeasuredResponse> responses) {
        double[] seconds = responses.stream()
                .flatMap(response -> response.taken().stream())
                .mapToDouble(Duration::toSeconds)
                .toArray();
        return new ResponseReport.Figures(
                seconds.length,
                quantile(seconds, HALF),
                quantile(seconds, NINE_IN_TEN),
                share(count(responses, MeasuredResponse::inTime), seconds.length),
                count(responses, MeasuredResponse::isOpen),
                count(responses, MeasuredResponse::overdue));
    }

    private static Duration quantile(double[] seconds, double share) {
        return seconds.length == 0 ? null : Duration.ofSeconds(Math.round(QUANTILE.evaluate(seconds, share)));
    }

    private static Double share(int part, int whole) {
        return whole == 0 ? null : Math.round(part * THOUSANDTHS / whole) / THOUSANDTHS;
    }

    private static int count(List<MeasuredResponse> responses, java.util.function.Predicate<MeasuredResponse> which) {
        return (int) responses.stream().filter(which).count();
    }
}
