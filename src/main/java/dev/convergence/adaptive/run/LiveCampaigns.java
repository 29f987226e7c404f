package dev.convergence.adaptive.run;

import dev.convergence.adaptive.AdaptiveCampaign;
import dev.convergence.adaptive.AdaptiveCampaigns;
import dev.convergence.adaptive.AdaptiveProcess;
import dev.convergence.adaptive.action.ActionEnds;
import dev.convergence.adaptive.action.BoundsPolicy;
import dev.convergence.adaptive.action.Budgets;
import dev.convergence.adaptive.source.JoinedSources;
import dev.convergence.engine.CampaignContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Campaigns go live with their budgets, bounds and sources, and end with nothing left under way. */
@Component
class LiveCampaigns {

    private final RuntimeService runtime;
    private final CampaignContext.Reader facts;
    private final CampaignFacts asked;
    private final AdaptiveCampaigns campaigns;
    private final LivePeriod period;
    private final BoundsPolicy bounds;
    private final Budgets budgets;
    private final ExpectedSources expected;
    private final JoinedSources sources;
    private final ActionEnds actions;
    private final LiveNews news;
    private final Clock clock;

    LiveCampaigns(
            RuntimeService runtime,
            CampaignContext.Reader facts,
            CampaignFacts asked,
            AdaptiveCampaigns campaigns,
            LivePeriod period,
            BoundsPolicy bounds,
            Budgets budgets,
            ExpectedSources expected,
            JoinedSources sources,
            ActionEnds actions,
            LiveNews news,
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
