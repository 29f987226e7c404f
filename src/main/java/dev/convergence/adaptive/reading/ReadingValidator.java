package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.CampaignSignalPublisher;
import dev.convergence.adaptive.reading.store.Reading;
import dev.convergence.adaptive.reading.store.ReadingAssessment;
import dev.convergence.adaptive.reading.store.SeriesState;
import dev.convergence.adaptive.reading.store.SourceState;
import dev.convergence.adaptive.reading.store.Verdict;
import dev.convergence.adaptive.rule.MetricSeries;
import dev.convergence.adaptive.rule.Observation;
import dev.convergence.adaptive.rule.RuleEvaluationService;
import dev.convergence.adaptive.source.state.SourceCatalog.Source;
import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges readings one after the other. */
@Component
class ReadingValidator {

    private final ReadingSourcesDecision sources;
    private final ReadingQualityDecision quality;
    private final CampaignSignalPublisher campaignSignalPublisher;

    ReadingValidator(
            ReadingSourcesDecision sources,
            ReadingQualityDecision quality,
            CampaignSignalPublisher campaignSignalPublisher) {
        this.sources = sources;
        this.quality = quality;
        this.campaignSignalPublisher = campaignSignalPublisher;
    }

    Session session(
            CachedDecisionTableEvaluator.Snapshot tables,
            ReadingSessionFactory.Book book,
            RuleEvaluationService.Round round,
            Instant now) {
        return new Session(tables, book, round, now);
    }

    /** The readings of one transaction, by the decisions of one moment. */
    final class Session {

        private final CachedDecisionTableEvaluator.Snapshot tables;
        private final ReadingSessionFactory.Book book;
        private final RuleEvaluationService.Round round;
        private final Instant now;

        private Session(
                CachedDecisionTableEvaluator.Snapshot tables,
                ReadingSessionFactory.Book book,
                RuleEvaluationService.Round round,
                Instant now) {
            this.tables = tables;
            this.book = book;
            this.round = round;
            this.now = now;
        }

        ReadingResponse answer(AdaptiveCampaign campaign, Reading reading) {
            Source source = known(reading.source());
            SourceState state = state(campaign, source);
            ReadingAssessment copy = book.known().duplicate(campaign.key(), reading);
            ReadingAssessment readingAssessment = copy == null ? assess(campaign, reading, source) : copy;
            state.count(readingAssessment.verdict());
            if (copy == null) {
                book.enter(campaign.key(), reading, readingAssessment, now);
                follow(campaign, reading, source, state, readingAssessment.verdict());
            }
            return new ReadingResponse(reading.sentId(), readingAssessment.verdict(), readingAssessment.reason());
        }

        private SourceState state(AdaptiveCampaign campaign, Source source) {
            SourceState state =
                    book.source(campaign.key(), source == null ? ReadingSourcesDecision.UNKNOWN : source.id());
            if (source != null && state.joins()) {
                campaignSignalPublisher.tell(campaign.key(), AdaptiveProcess.SOURCE_JOINED, source.id());
            }
            return state;
        }

        private Source known(String id) {
            return id == null ? null : sources.find(tables, id).orElse(null);
        }

        private ReadingAssessment assess(AdaptiveCampaign campaign, Reading reading, Source source) {
            return Optional.ofNullable(reading.fault())
                    .flatMap(ReadingAssessment::rejected)
                    .or(() -> source == null
                            ? ReadingAssessment.rejected("source " + reading.source() + " is not known")
                            : Optional.empty())
                    .or(() -> fault(campaign, reading))
                    .orElse(ReadingAssessment.APPLIED);
        }

        private Optional<ReadingAssessment> fault(AdaptiveCampaign campaign, Reading reading) {
            SeriesState seriesState = book.series(ReadingSessionFactory.series(campaign.key(), reading));
            return quality.of(tables, reading.source(), reading.metric(), campaign.priority())
                    .fault(
                            reading.observedAt(),
                            reading.value(),
                            seriesState.lastObserved(),
                            seriesState.recent(),
                            now);
        }

        private void follow(
                AdaptiveCampaign campaign, Reading reading, Source source, SourceState state, Verdict verdict) {
            if (verdict.isBad()) {
                if (state.bad(now)) {
                    campaignSignalPublisher.tell(
                            campaign.key(),
                            AdaptiveProcess.DATA_DOUBTED,
                            state.key().id());
                }
                return;
            }
            if (state.good(now, source.resumesAfter()) != SourceState.Heard.AS_EVER) {
                campaignSignalPublisher.tell(campaign.key(), AdaptiveProcess.SOURCE_HEARD, source.id());
            }
            apply(campaign, reading, state);
        }

        private void apply(AdaptiveCampaign campaign, Reading reading, SourceState state) {
            MetricSeries metricSeries = ReadingSessionFactory.series(campaign.key(), reading);
            SeriesState after =
                    book.series(metricSeries).and(new Observation(reading.id(), reading.observedAt(), reading.value()));
            book.put(metricSeries, after);
            round.weigh(campaign, metricSeries, after.recent(), now, campaign.automatic() && !state.isSuspended());
        }
    }
}
