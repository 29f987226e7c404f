package dev.convergence.adaptive.view;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.LedgerEntry;
import dev.convergence.adaptive.action.ledger.LedgerRepository;
import dev.convergence.adaptive.rule.ThresholdReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.RecordedCampaignRepository;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.problem.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of a live campaign shows: eight queries, however many readings there are. */
@Component
class MetricsReader {

    private static final String FROM = "from";

    private final RecordedCampaignRepository recorded;
    private final AdaptiveCampaignRepository campaigns;
    private final ReadingSeriesRepository readings;
    private final SourceStateReader sources;
    private final LedgerRepository ledger;
    private final BudgetRepository budgets;
    private final ObjectProvider<ThresholdReader> thresholds;
    private final Clock clock;

    MetricsReader(
            RecordedCampaignRepository recorded,
            AdaptiveCampaignRepository campaigns,
            ReadingSeriesRepository readings,
            SourceStateReader sources,
            LedgerRepository ledger,
            BudgetRepository budgets,
            ObjectProvider<ThresholdReader> thresholds,
            Clock clock) {
        this.recorded = recorded;
        this.campaigns = campaigns;
        this.readings = readings;
        this.sources = sources;
        this.ledger = ledger;
        this.budgets = budgets;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** @throws NotFound where there is no campaign by this key */
    MetricsView.Campaign campaign(String key) {
        CampaignContext campaign = recorded.find(key).orElseThrow(() -> new NotFoundException("Campaign", key));
        return head(campaign, campaigns.find(key));
    }

    /**
     * @param from no earlier than when the campaign went live; null for then
     * @param to no later than now, or when the campaign ended; null for then
     * @throws NotFound where there is no campaign by this key
     * @throws Refusal where the span is none
     */
    MetricsView of(String key, Instant from, Instant to) {
        CampaignContext campaign = recorded.find(key).orElseThrow(() -> new NotFoundException("Campaign", key));
        Optional<AdaptiveCampaign> live = campaigns.find(key);
        return live.map(one -> metrics(head(campaign, live), one, from, to))
                .orElseGet(() -> notYet(head(campaign, live)));
    }

    private static MetricsView.Campaign head(CampaignContext campaign, Optional<AdaptiveCampaign> live) {
        return new MetricsView.Campaign(
                campaign.key(),
                campaign.name(),
                live.filter(AdaptiveCampaign::isLive).isPresent(),
                live.map(AdaptiveCampaign::automatic).orElse(false),
                live.map(AdaptiveCampaign::liveFrom).orElse(null),
                live.map(AdaptiveCampaign::liveUntil).orElse(null),
                live.map(AdaptiveCampaign::endedAt).orElse(null));
    }

    private static MetricsView notYet(MetricsView.Campaign head) {
        return new MetricsView(head, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private MetricsView metrics(MetricsView.Campaign head, AdaptiveCampaign campaign, Instant from, Instant to) {
        Instant begin = campaign.liveFrom();
        Instant end = later(begin, Optional.ofNullable(campaign.endedAt()).orElseGet(clock::instant));
        Instant first = from == null ? begin : later(from, begin);
        Instant last = to == null || to.isAfter(end) ? end : to;
        if (first.isAfter(last)) {
            throw new RefusalException(FROM, "is later than the end: " + first + " > " + last);
        }
        List<MetricsView.Series> series = readings.of(head.key(), first, last);
        List<LedgerEntry> actions = new ArrayList<>(ledger.of(head.key()));
        Collections.reverse(actions);
        return new MetricsView(
                head,
                first,
                last,
                series,
                readings.doubted(head.key(), first, last),
                limits(campaign, series),
                marks(actions),
                BudgetHistoryReader.of(budgets.channels(head.key()), actions, begin, end),
                sources.of(head.key()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<MetricsView.Limit> limits(AdaptiveCampaign campaign, List<MetricsView.Series> series) {
        record Place(String metric, String channel) {}
        return thresholds.stream()
                .flatMap(all -> series.stream()
                        .map(one -> new Place(one.metric(), one.channel()))
                        .distinct()
                        .flatMap(place -> all.of(campaign, place.metric(), place.channel()).stream()
                                .map(limit -> new MetricsView.Limit(
                                        place.metric(),
                                        place.channel(),
                                        limit.rule(),
                                        limit.when(),
                                        limit.threshold(),
                                        limit.release()))))
                .toList();
    }

    private static List<MetricsView.Action> marks(List<LedgerEntry> actions) {
        return IntStream.range(0, actions.size())
                .mapToObj(index -> mark(index + 1, actions.get(index)))
                .toList();
    }

    private static MetricsView.Action mark(int number, LedgerEntry action) {
        return new MetricsView.Action(
                number,
                action.id(),
                Stream.of(action.bookedAt(), action.createdAt())
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseThrow(),
                action.kind().id(),
                action.state().name(),
                ActionLabelTexts.what(action),
                ActionLabelTexts.outcome(action),
                action.rule(),
                action.reason(),
                action.decidedBy());
    }
}
