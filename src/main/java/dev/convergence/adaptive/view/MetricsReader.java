package dev.convergence.adaptive.view;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.action.Budgets;
import dev.convergence.adaptive.action.LedgerEntries;
import dev.convergence.adaptive.action.LedgerEntry;
import dev.convergence.adaptive.rule.Thresholds;
import dev.convergence.engine.CampaignContext;
import dev.convergence.engine.RecordedCampaigns;
import dev.convergence.engine.Refusal;
import dev.convergence.problem.NotFound;
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

    private final RecordedCampaigns recorded;
    private final AdaptiveCampaigns campaigns;
    private final ReadingSeries readings;
    private final SourceStates sources;
    private final LedgerEntries ledger;
    private final Budgets budgets;
    private final ObjectProvider<Thresholds> thresholds;
    private final Clock clock;

    MetricsReader(
            RecordedCampaigns recorded,
            AdaptiveCampaigns campaigns,
            ReadingSeries readings,
            SourceStates sources,
            LedgerEntries ledger,
            Budgets budgets,
            ObjectProvider<Thresholds> thresholds,
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
    Metrics.Campaign campaign(String key) {
        CampaignContext campaign = recorded.find(key).orElseThrow(() -> new NotFound("Campaign", key));
        return head(campaign, campaigns.find(key));
    }

    /**
     * @param from no earlier than when the campaign went live; null for then
     * @param to no later than now, or when the campaign ended; null for then
     * @throws NotFound where there is no campaign by this key
     * @throws Refusal where the span is none
     */
    Metrics of(String key, Instant from, Instant to) {
        CampaignContext campaign = recorded.find(key).orElseThrow(() -> new NotFound("Campaign", key));
        Optional<AdaptiveCampaign> live = campaigns.find(key);
        return live.map(one -> metrics(head(campaign, live), one, from, to))
                .orElseGet(() -> notYet(head(campaign, live)));
    }

    private static Metrics.Campaign head(CampaignContext campaign, Optional<AdaptiveCampaign> live) {
        return new Metrics.Campaign(
                campaign.key(),
                campaign.name(),
                live.filter(AdaptiveCampaign::isLive).isPresent(),
                live.map(AdaptiveCampaign::automatic).orElse(false),
                live.map(AdaptiveCampaign::liveFrom).orElse(null),
                live.map(AdaptiveCampaign::liveUntil).orElse(null),
                live.map(AdaptiveCampaign::endedAt).orElse(null));
    }

    private static Metrics notYet(Metrics.Campaign head) {
        return new Metrics(head, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private Metrics metrics(Metrics.Campaign head, AdaptiveCampaign campaign, Instant from, Instant to) {
        Instant begin = campaign.liveFrom();
        Instant end = later(begin, Optional.ofNullable(campaign.endedAt()).orElseGet(clock::instant));
        Instant first = from == null ? begin : later(from, begin);
        Instant last = to == null || to.isAfter(end) ? end : to;
        if (first.isAfter(last)) {
            throw new Refusal(FROM, "is later than the end: " + first + " > " + last);
        }
        List<Metrics.Series> series = readings.of(head.key(), first, last);
        List<LedgerEntry> actions = new ArrayList<>(ledger.of(head.key()));
        Collections.reverse(actions);
        return new Metrics(
                head,
                first,
                last,
                series,
                readings.doubted(head.key(), first, last),
                limits(campaign, series),
                marks(actions),
                BudgetHistory.of(budgets.channels(head.key()), actions, begin, end),
                sources.of(head.key()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Metrics.Limit> limits(AdaptiveCampaign campaign, List<Metrics.Series> series) {
        record Place(String metric, String channel) {}
        return thresholds.stream()
                .flatMap(all -> series.stream()
                        .map(one -> new Place(one.metric(), one.channel()))
                        .distinct()
                        .flatMap(place -> all.of(campaign, place.metric(), place.channel()).stream()
                                .map(limit -> new Metrics.Limit(
                                        place.metric(),
                                        place.channel(),
                                        limit.rule(),
                                        limit.when(),
                                        limit.threshold(),
                                        limit.release()))))
                .toList();
    }

    private static List<Metrics.Action> marks(List<LedgerEntry> actions) {
        return IntStream.range(0, actions.size())
                .mapToObj(index -> mark(index + 1, actions.get(index)))
                .toList();
    }

    private static Metrics.Action mark(int number, LedgerEntry action) {
        return new Metrics.Action(
                number,
                action.id(),
                Stream.of(action.bookedAt(), action.createdAt())
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseThrow(),
                action.kind().id(),
                action.state().name(),
                ActionTexts.what(action),
                ActionTexts.outcome(action),
                action.rule(),
                action.reason(),
                action.decidedBy());
    }
}
