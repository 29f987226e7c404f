package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.reading.store.DuplicateReadingDetector;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.adaptive.reading.store.ReadingAssessment;
import dev.convergence.adaptive.reading.store.ReadingRepository;
import dev.convergence.adaptive.reading.store.SeriesRepository;
import dev.convergence.adaptive.reading.store.SeriesState;
import dev.convergence.adaptive.reading.store.SourceRepository;
import dev.convergence.adaptive.reading.store.SourceState;
import dev.convergence.adaptive.reading.store.StoredReading;
import dev.convergence.adaptive.rule.MetricSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is stored about readings, their series and their sources, and what is to be. */
@Component
class ReadingSessionFactory {

    private final SourceRepository sources;
    private final SeriesRepository series;
    private final ReadingRepository readings;

    ReadingSessionFactory(SourceRepository sources, SeriesRepository series, ReadingRepository readings) {
        this.sources = sources;
        this.series = series;
        this.readings = readings;
    }

    /** All that is needed to judge these readings; three queries, four where some name no source. */
    Book open(Collection<String> campaigns, List<PendingBatch> live) {
        Set<MetricSeries> asked = live.stream()
                .flatMap(one -> one.readings().stream()
                        .filter(reading -> reading.fault() == null)
                        .map(reading -> series(one.campaign(), reading)))
                .collect(Collectors.toSet());
        Set<DuplicateReadingDetector.Key> keys = live.stream()
                .flatMap(one -> one.readings().stream()
                        .filter(reading -> reading.id() != null)
                        .map(reading -> DuplicateReadingDetector.key(one.campaign(), reading)))
                .collect(Collectors.toSet());
        return new Book(sources.of(campaigns), series.of(asked), readings.known(keys));
    }

    static MetricSeries series(String campaign, Reading reading) {
        return new MetricSeries(campaign, reading.source(), reading.metric(), reading.channel());
    }

    /** Open for one transaction. */
    final class Book {

        private final Map<SourceState.Key, SourceState> sourceStates;
        private final Map<MetricSeries, SeriesState> seriesStates;
        private final DuplicateReadingDetector known;
        private final List<ReadingRepository.Row> rows = new ArrayList<>();

        private Book(
                Map<SourceState.Key, SourceState> sourceStates,
                Map<MetricSeries, SeriesState> seriesStates,
                DuplicateReadingDetector known) {
            this.sourceStates = sourceStates;
            this.seriesStates = seriesStates;
            this.known = known;
        }

        SourceState source(String campaign, String id) {
            return sourceStates.computeIfAbsent(new SourceState.Key(campaign, id), SourceState::fresh);
        }

        SeriesState series(MetricSeries asked) {
            return seriesStates.getOrDefault(asked, SeriesState.FRESH);
        }

        void put(MetricSeries changed, SeriesState state) {
            seriesStates.put(changed, state);
        }

        DuplicateReadingDetector known() {
            return known;
        }

        void enter(String campaign, Reading reading, ReadingAssessment readingAssessment, Instant now) {
            known.add(campaign, reading, readingAssessment.verdict());
            rows.add(new ReadingRepository.Row(
                    campaign,
                    new StoredReading(
                            reading.id(),
                            reading.source(),
                            reading.metric(),
                            reading.channel(),
                            reading.value(),
                            reading.observedAt(),
                            now,
                            readingAssessment.verdict(),
                            readingAssessment.reason())));
        }

        void store() {
            readings.store(rows);
            series.store(seriesStates);
            sources.store(sourceStates.values());
        }
    }
}
