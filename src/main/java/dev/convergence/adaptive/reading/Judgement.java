package dev.convergence.adaptive.reading;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.rule.RuleWatch;
import dev.convergence.engine.DecisionsBeside;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives each reading its verdict, and lets those that count be weighed by the rules. About ten statements for each batch. */
@Component
class Judgement {

    private final AdaptiveCampaigns campaigns;
    private final DecisionsBeside decisions;
    private final ReadingBooks books;
    private final RuleWatch rules;
    private final Judge judge;
    private final KnownCampaigns known;
    private final ReadingMetrics metrics;
    private final Clock clock;

    Judgement(
            AdaptiveCampaigns campaigns,
            DecisionsBeside decisions,
            ReadingBooks books,
            RuleWatch rules,
            Judge judge,
            KnownCampaigns known,
            ReadingMetrics metrics,
            Clock clock) {
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.books = books;
        this.rules = rules;
        this.judge = judge;
        this.known = known;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Within a transaction.
     *
     * @return what is to be done once it is committed
     */
    List<Runnable> of(List<Submission> batch) {
        Map<String, AdaptiveCampaign> locked =
                campaigns.lock(batch.stream().map(Submission::campaign).collect(Collectors.toSet()));
        Map<Boolean, List<Submission>> byLife =
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

    private Runnable refusal(Submission submission, AdaptiveCampaign campaign) {
        RuntimeException refusal = known.whyNot(submission.campaign(), campaign);
        return () -> submission.answer().completeExceptionally(refusal);
    }

    private void judge(List<Submission> live, Map<String, AdaptiveCampaign> locked, List<Runnable> afterwards) {
        DecisionsBeside.Snapshot tables = decisions.now();
        Set<String> keys = live.stream().map(Submission::campaign).collect(Collectors.toSet());
        ReadingBooks.Book book = books.open(keys, live);
        RuleWatch.Round round = rules.begin(tables, keys);
        Judge.Session session = judge.session(tables, book, round, clock.instant());
        for (Submission one : live) {
            AdaptiveCampaign campaign = locked.get(one.campaign());
            List<Answer> answers = one.readings().stream()
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
