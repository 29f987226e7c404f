package dev.convergence.adaptive.run;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaignRepository;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.ActionCompletionService;
import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.limit.BoundsPolicy;
import dev.convergence.adaptive.source.state.JoinedSourceService;
import dev.convergence.context.CampaignContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Campaigns go live with their budgets, bounds and sources, and end with nothing left under way. */
@Component
class LiveCampaignService {

    private final RuntimeService runtime;
    private final CampaignContext.Reader facts;
    private final LiveCampaignFactsReader asked;
    private final AdaptiveCampaignRepository campaigns;
    private final LivePeriodDecision period;
    private final BoundsPolicy bounds;
    private final BudgetRepository budgets;
    private final ExpectedSourceResolver expected;
    private final JoinedSourceService sources;
    private final ActionCompletionService actions;
    private final LiveCampaignNotifier news;
    private final Clock clock;

    LiveCampaignService(
            RuntimeService runtime,
            CampaignContext.Reader facts,
            LiveCampaignFactsReader asked,
            AdaptiveCampaignRepository campaigns,
            LivePeriodDecision period,
            BoundsPolicy bounds,
            BudgetRepository budgets,
            ExpectedSourceResolver expected,
            JoinedSourceService sources,
            ActionCompletionService actions,
            LiveCampaignNotifier news,
            Clock clock) {
        this.runtime = runtime;
        this.facts = facts;
        this.asked = asked;
        this.campaigns = campaigns;
        this.period = period;
        this.bounds = bounds;
        this.budgets = budgets;
        this.expected = expected;
        this.sources = sources;
        this.actions = actions;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Takes readings from now on; within a transaction. Where the launch came later than the planned end, the campaign
     * is live for as long as one whose end nobody planned, and whoever steers it is told.
     */
    void begin(String key, String campaignInstanceId, String patternInstanceId) {
        Map<String, Object> campaign = facts.facts(campaignInstanceId);
        String type = CampaignContext.TYPE.find(campaign).orElse("");
        String priority = CampaignContext.PRIORITY.find(campaign).orElse("");
        Instant now = clock.instant();
        Optional<Instant> planned = AdaptiveProcess.PLANNED_END.find(campaign).map(Instant::parse);
        Instant until = planned.filter(end -> end.isAfter(now)).orElseGet(() -> now.plus(period.of(type, priority)));
        planned.filter(end -> !end.equals(until)).ifPresent(passed -> news.endHadPassed(key, passed, until));
        runtime.setVariable(campaignInstanceId, AdaptiveProcess.PLANNED_END.name(), until.toString());
        campaigns.begin(new AdaptiveCampaign(
                key, patternInstanceId, type, priority, now, until, null, true, bounds.initial(type, priority)));
        budgets.begin(key, asked.budgets(campaign));
        expected.of(campaign).forEach(source -> sources.join(key, source));
    }

    /** Takes no more readings, and stops what is not done; nothing where it never was live. Within a transaction. */
    void end(String key) {
        if (campaigns.lock(key).filter(AdaptiveCampaign::isLive).isPresent()) {
            actions.stopAll(key);
            campaigns.end(key, clock.instant());
        }
    }
}
