package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.FollowUps;
import dev.convergence.adaptive.rule.Observation;
import dev.convergence.adaptive.rule.RuleWatch;
import dev.convergence.adaptive.rule.Series;
import dev.convergence.adaptive.source.Sources.Source;
import dev.convergence.engine.DecisionsBeside;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges readings one after the other. */
@Component
class Judge {

    private final ReadingSources sources;
    private final ReadingQuality quality;
    private final FollowUps followUps;

    Judge(ReadingSources sources, ReadingQuality quality, FollowUps followUps) {
        this.sources = sources;
        this.quality = quality;
        this.followUps = followUps;
    }

    Session session(DecisionsBeside.Snapshot tables, ReadingBooks.Book book, RuleWatch.Round round, Instant now) {
        return new Session(tables, book, round, now);
    }

    /** The readings of one transaction, by the decisions of one moment. */
    final class Session {

        private final DecisionsBeside.Snapshot tables;
        private final ReadingBooks.Book book;
        private final RuleWatch.Round round;
        private final Instant now;

        private Session(DecisionsBeside.Snapshot tables, ReadingBooks.Book book, RuleWatch.Round round, Instant now) {
            this.tables = tables;
            this.book = book;
            this.round = round;
            this.now = now;
        }

        Answer answer(AdaptiveCampaign campaign, Reading reading) {
            Source source = known(reading.source());
            SourceState state = state(campaign, source);
            Assessment copy = book.known().duplicate(campaign.key(), reading);
            Assessment assessment = copy == null ? assess(campaign, reading, source) : copy;
            state.count(assessment.verdict());
            if (copy == null) {
                book.enter(campaign.key(), reading, assessment, now);
                follow(campaign, reading, source, state, assessment.verdict());
            }
            return new Answer(reading.sentId(), assessment.verdict(), assessment.reason());
        }

        private SourceState state(AdaptiveCampaign campaign, Source source) {
            SourceState state = book.source(campaign.key(), source == null ? ReadingSources.UNKNOWN : source.id());
            if (source != null && state.joins()) {
                followUps.tell(campaign.key(), AdaptiveProcess.SOURCE_JOINED, source.id());
            }
            return state;
        }

        private Source known(String id) {
            return id == null ? null : sources.find(tables, id).orElse(null);
        }

        private Assessment assess(AdaptiveCampaign campaign, Reading reading, Source source) {
            return Optional.ofNullable(reading.fault())
                    .flatMap(Assessment::rejected)
                    .or(() -> source == null
                            ? Assessment.rejected("source " + reading.source() + " is not known")
                            : Optional.empty())
                    .or(() -> fault(campaign, reading))
                    .orElse(Assessment.APPLIED);
        }

        private Optional<Assessment> fault(AdaptiveCampaign campaign, Reading reading) {
            SeriesState series = book.series(ReadingBooks.series(campaign.key(), reading));
            return quality.of(tables, reading.source(), reading.metric(), campaign.priority())
                    .fault(reading.observedAt(), reading.value(), series.lastObserved(), series.recent(), now);
        }

        private void follow(
                AdaptiveCampaign campaign, Reading reading, Source source, SourceState state, Verdict verdict) {
            if (verdict.isBad()) {
                if (state.bad(now)) {
                    followUps.tell(
                            campaign.key(),
                            AdaptiveProcess.DATA_DOUBTED,
                            state.key().id());
                }
                return;
            }
            if (state.good(now, source.resumesAfter()) != SourceState.Heard.AS_EVER) {
                followUps.tell(campaign.key(), AdaptiveProcess.SOURCE_HEARD, source.id());
            }
            apply(campaign, reading, state);
        }

        private void apply(AdaptiveCampaign campaign, Reading reading, SourceState state) {
            Series series = ReadingBooks.series(campaign.key(), reading);
            SeriesState after =
                    book.series(series).and(new Observation(reading.id(), reading.observedAt(), reading.value()));
            book.put(series, after);
            round.weigh(campaign, series, after.recent(), now, campaign.automatic() && !state.isSuspended());
        }
    }
}
