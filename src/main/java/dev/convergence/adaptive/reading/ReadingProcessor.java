package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.rule.RuleEvaluationService;
import dev.convergence.engine.decision.CachedDecisionTableEvaluator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives each reading its verdict, and lets those that count be weighed by the rules. About ten statements for each batch. */
@Component
class ReadingProcessor {

    private final AdaptiveCampaignRepository campaigns;
    private final CachedDecisionTableEvaluator decisions;
    private final ReadingSessionFactory books;
    private final RuleEvaluationService rules;
    private final ReadingValidator readingValidator;
    private final KnownCampaignRepository known;
    private final ReadingMetrics metrics;
    private final Clock clock;

    ReadingProcessor(
            AdaptiveCampaignRepository campaigns,
            CachedDecisionTableEvaluator decisions,
            ReadingSessionFactory books,
            RuleEvaluationService rules,
            ReadingValidator readingValidator,
            KnownCampaignRepository known,
            ReadingMetrics metrics,
            Clock clock) {
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.books = books;
        this.rules = rules;
        this.readingValidator = readingValidator;
        this.known = known;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Within a transaction.
     *
     * @return what is to be done once it is committed
     */
    List<Runnable> of(List<PendingBatch> batch) {
        Map<String, AdaptiveCampaign> locked =
                campaigns.lock(batch.stream().map(PendingBatch::campaign).collect(Collectors.toSet()));
        Map<Boolean, List<PendingBatch>> byLife =
                batch.stream().collect(Collectors.partitioningBy(one -> isLive(locked.get(one.campaign()))));
        List<Runnable> afterwards = new ArrayList<>();
        byLife.get(false).forEach(one -> afterwards.add(refusal(one, locked.get(one.campaign()))));
        if (!byLife.get(true).isEmpty()) {
            judge(byLife.get(true), locked, afterwards);
        }
        return afterwards;
    }

    private static boolean isLive(AdaptiveCampaign campaign) {
        return campaign != null && campaign.isLive();
    }

    private Runnable refusal(PendingBatch pendingBatch, AdaptiveCampaign campaign) {
        RuntimeException refusal = known.whyNot(pendingBatch.campaign(), campaign);
        return () -> pendingBatch.answer().completeExceptionally(refusal);
    }

    private void judge(List<PendingBatch> live, Map<String, AdaptiveCampaign> locked, List<Runnable> afterwards) {
        CachedDecisionTableEvaluator.Snapshot tables = decisions.now();
        Set<String> keys = live.stream().map(PendingBatch::campaign).collect(Collectors.toSet());
        ReadingSessionFactory.Book book = books.open(keys, live);
        RuleEvaluationService.Round round = rules.begin(tables, keys);
        ReadingValidator.Session session = readingValidator.session(tables, book, round, clock.instant());
        for (PendingBatch one : live) {
            AdaptiveCampaign campaign = locked.get(one.campaign());
            List<ReadingResponse> answers = one.readings().stream()
                    .map(reading -> session.answer(campaign, reading))
                    .toList();
            afterwards.add(() -> {
                metrics.count(answers);
                one.answer().complete(answers);
            });
        }
        book.store();
        round.finish();
    }
}
