package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.rule.Series;
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
class ReadingBooks {

    private final SourceTable sources;
    private final SeriesTable series;
    private final ReadingTable readings;

    ReadingBooks(SourceTable sources, SeriesTable series, ReadingTable readings) {
        this.sources = sources;
        this.series = series;
        this.readings = readings;
    }

    /** All that is needed to judge these readings; three queries, four where some name no source. */
    Book open(Collection<String> campaigns, List<Submission> live) {
        Set<Series> asked = live.stream()
                .flatMap(one -> one.readings().stream()
                        .filter(reading -> reading.fault() == null)
                        .map(reading -> series(one.campaign(), reading)))
                .collect(Collectors.toSet());
        Set<KnownReadings.Key> keys = live.stream()
                .flatMap(one -> one.readings().stream()
                        .filter(reading -> reading.id() != null)
                        .map(reading -> KnownReadings.key(one.campaign(), reading)))
                .collect(Collectors.toSet());
        return new Book(sources.of(campaigns), series.of(asked), readings.known(keys));
    }

    static Series series(String campaign, Reading reading) {
        return new Series(campaign, reading.source(), reading.metric(), reading.channel());
    }

    /** Open for one transaction. */
    final class Book {

        private final Map<SourceState.Key, SourceState> sourceStates;
        private final Map<Series, SeriesState> seriesStates;
        private final KnownReadings known;
        private final List<ReadingTable.Row> rows = new ArrayList<>();

        private Book(
                Map<SourceState.Key, SourceState> sourceStates,
                Map<Series, SeriesState> seriesStates,
                KnownReadings known) {
            this.sourceStates = sourceStates;
            this.seriesStates = seriesStates;
            this.known = known;
        }

        SourceState source(String campaign, String id) {
            return sourceStates.computeIfAbsent(new SourceState.Key(campaign, id), SourceState::fresh);
        }

        SeriesState series(Series asked) {
            return seriesStates.getOrDefault(asked, SeriesState.FRESH);
        }

        void put(Series changed, SeriesState state) {
            seriesStates.put(changed, state);
        }

        KnownReadings known() {
            return known;
        }

        void enter(String campaign, Reading reading, Assessment assessment, Instant now) {
            known.add(campaign, reading, assessment.verdict());
            rows.add(new ReadingTable.Row(
                    campaign,
                    new StoredReading(
                            reading.id(),
                            reading.source(),
                            reading.metric(),
                            reading.channel(),
                            reading.value(),
                            reading.observedAt(),
                            now,
                            assessment.verdict(),
                            assessment.reason())));
        }

        void store() {
            readings.store(rows);
            series.store(seriesStates);
            sources.store(sourceStates.values());
        }
    }
}
